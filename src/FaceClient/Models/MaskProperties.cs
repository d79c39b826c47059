using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Whether a mask is worn.</summary>
public class MaskProperties : IFaceModel<MaskProperties>
{
    internal MaskProperties()
    {
    }

    /// <summary>Whether it covers nose and mouth.</summary>
    public bool NoseAndMouthCovered { get; internal set; }

    /// <summary>Kind of mask.</summary>
    public MaskType Type { get; internal set; }

    static MaskProperties IFaceModel<MaskProperties>.Read(JsonElement element)
    {
        var result = new MaskProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "noseAndMouthCovered":
                    result.NoseAndMouthCovered = property.Value.GetBoolean();
                    break;
                case "type":
                    result.Type = new MaskType(property.Value.GetString()!);
                    break;
            }
        }

        return result;
    }

    void IFaceModel<MaskProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("noseAndMouthCovered", NoseAndMouthCovered);
        json.Write("type", Type.ToString());
    }
}
