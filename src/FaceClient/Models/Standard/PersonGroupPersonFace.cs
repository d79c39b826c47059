using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A face of a person of a small group.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such type.</remarks>
public class PersonGroupPersonFace : IFaceModel<PersonGroupPersonFace>
{
    internal PersonGroupPersonFace()
    {
    }

    /// <summary>The face's id. It does not expire.</summary>
    public Guid PersistedFaceId { get; internal set; }

    /// <summary>What was kept with it, up to 1024 characters.</summary>
    public string? UserData { get; internal set; }

    static PersonGroupPersonFace IFaceModel<PersonGroupPersonFace>.Read(JsonElement element)
    {
        var result = new PersonGroupPersonFace();
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

    void IFaceModel<PersonGroupPersonFace>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("persistedFaceId", PersistedFaceId);
        json.Write("userData", UserData);
    }
}
