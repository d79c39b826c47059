using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Where an attempt came from.</summary>
/// <remarks>An addition: of v1.3-preview.1; no published version of the package Azure.AI.Vision.Face has such a type.</remarks>
public class ClientInformation : IFaceModel<ClientInformation>
{
    internal ClientInformation()
    {
    }

    /// <summary>The client's address.</summary>
    public string Ip { get; internal set; } = null!;

    static ClientInformation IFaceModel<ClientInformation>.Read(JsonElement element)
    {
        var result = new ClientInformation();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "ip":
                    result.Ip = property.Value.GetString()!;
                    break;
            }
        }

        return result;
    }

    void IFaceModel<ClientInformation>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("ip", Ip);
    }
}
