using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A face that was added.</summary>
public class AddFaceResult : IFaceModel<AddFaceResult>
{
    internal AddFaceResult()
    {
    }

    /// <summary>Its id. It does not expire.</summary>
    public Guid PersistedFaceId { get; internal set; }

    static AddFaceResult IFaceModel<AddFaceResult>.Read(JsonElement element)
    {
        var result = new AddFaceResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "persistedFaceId":
                    result.PersistedFaceId = property.Value.GetGuid();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<AddFaceResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("persistedFaceId", PersistedFaceId);
    }
}
