using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>How blurred a face is.</summary>
public class BlurProperties : IFaceModel<BlurProperties>
{
    internal BlurProperties()
    {
    }

    /// <summary>The level: low under 0.25, high from 0.75.</summary>
    public BlurLevel BlurLevel { get; internal set; }

    /// <summary>0 to 1; larger is blurrier.</summary>
    public float Value { get; internal set; }

    static BlurProperties IFaceModel<BlurProperties>.Read(JsonElement element)
    {
        var result = new BlurProperties();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "blurLevel":
                    result.BlurLevel = new BlurLevel(property.Value.GetString()!);
                    break;
                case "value":
                    result.Value = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<BlurProperties>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("blurLevel", BlurLevel.ToString());
        json.Write("value", Value);
    }
}
