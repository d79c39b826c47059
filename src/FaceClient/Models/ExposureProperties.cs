using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>How a face is lit.</summary>
public class ExposureProperties : IFaceModel<ExposureProperties>
{
    internal ExposureProperties()
    {
    }

    /// <summary>The level: under 0.25 too dark, from 0.75 too bright.</summary>
    public ExposureLevel ExposureLevel { get; internal set; }

    /// <summary>0 to 1; larger is brighter.</summary>
    public float Value { get; internal set; }

    static ExposureProperties IFaceModel<ExposureProperties>.Read(JsonElement element)
    {
        var result = new ExposureProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "exposureLevel":
                    result.ExposureLevel = new ExposureLevel(property.Value.GetString()!);
                    break;
                case "value":
                    result.Value = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<ExposureProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("exposureLevel", ExposureLevel.ToString());
        json.Write("value", Value);
    }
}
