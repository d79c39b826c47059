using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Hair (limited access).</summary>
public class HairProperties : IFaceModel<HairProperties>
{
    internal HairProperties()
    {
    }

    /// <summary>How bald, 0 to 1.</summary>
    public float Bald { get; internal set; }

    /// <summary>Whether the hair is covered.</summary>
    public bool Invisible { get; internal set; }

    /// <summary>Colours, most likely first.</summary>
    public IReadOnlyList<HairColor> HairColor { get; internal set; } = [];

    static HairProperties IFaceModel<HairProperties>.Read(JsonElement element)
    {
        var result = new HairProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "bald":
                    result.Bald = property.Value.GetSingle();
                    break;
                case "invisible":
                    result.Invisible = property.Value.GetBoolean();
                    break;
                case "hairColor":
                    result.HairColor = property.Value.ReadList<HairColor>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<HairProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("bald", Bald);
        json.Write("invisible", Invisible);
        json.WriteModels("hairColor", HairColor);
    }
}
