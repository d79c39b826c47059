using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A colour of hair and how sure it is.</summary>
public class HairColor : IFaceModel<HairColor>
{
    internal HairColor()
    {
    }

    /// <summary>The colour.</summary>
    public HairColorType Color { get; internal set; }

    /// <summary>0 to 1.</summary>
    public float Confidence { get; internal set; }

    static HairColor IFaceModel<HairColor>.Read(JsonElement element)
    {
        var result = new HairColor();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "color":
                    result.Color = new HairColorType(property.Value.GetString()!);
                    break;
                case "confidence":
                    result.Confidence = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<HairColor>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("color", Color.ToString());
        json.Write("confidence", Confidence);
    }
}
