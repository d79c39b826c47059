using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A face of a small list.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such type.</remarks>
public class FaceListFace : IFaceModel<FaceListFace>
{
    internal FaceListFace()
    {
    }

    /// <summary>The face's id. It does not expire.</summary>
    public Guid PersistedFaceId { get; internal set; }

    /// <summary>What was kept with it, up to 1024 characters.</summary>
    public string? UserData { get; internal set; }

    static FaceListFace IFaceModel<FaceListFace>.Read(JsonElement element)
    {
        var result = new FaceListFace();
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
                case "userData":
                    result.UserData = property.Value.GetString();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceListFace>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("persistedFaceId", PersistedFaceId);
        json.Write("userData", UserData);
    }
}
