using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>How noisy a face is.</summary>
public class NoiseProperties : IFaceModel<NoiseProperties>
{
    internal NoiseProperties()
    {
    }

    /// <summary>The level: low under 0.3, high from 0.7.</summary>
    public NoiseLevel NoiseLevel { get; internal set; }

    /// <summary>0 to 1; larger is noisier.</summary>
    public float Value { get; internal set; }

    static NoiseProperties IFaceModel<NoiseProperties>.Read(JsonElement element)
    {
        var result = new NoiseProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "noiseLevel":
                    result.NoiseLevel = new NoiseLevel(property.Value.GetString()!);
                    break;
                case "value":
                    result.Value = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<NoiseProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("noiseLevel", NoiseLevel.ToString());
        json.Write("value", Value);
    }
}
