using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Something worn on the head.</summary>
public class AccessoryItem : IFaceModel<AccessoryItem>
{
    internal AccessoryItem()
    {
    }

    /// <summary>What it is.</summary>
    public AccessoryType Type { get; internal set; }

    /// <summary>How sure, 0 to 1.</summary>
    public float Confidence { get; internal set; }

    static AccessoryItem IFaceModel<AccessoryItem>.Read(JsonElement element)
    {
        var result = new AccessoryItem();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "type":
                    result.Type = new AccessoryType(property.Value.GetString()!);
                    break;
                case "confidence":
                    result.Confidence = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<AccessoryItem>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("type", Type.ToString());
        json.Write("confidence", Confidence);
    }
}
