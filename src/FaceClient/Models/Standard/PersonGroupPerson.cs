using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A person of a small group.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such type.</remarks>
public class PersonGroupPerson : IFaceModel<PersonGroupPerson>
{
    internal PersonGroupPerson()
    {
    }

    /// <summary>The person's id.</summary>
    public Guid PersonId { get; internal set; }

    /// <summary>The name, 1 to 128 characters.</summary>
    public string Name { get; internal set; } = null!;

    /// <summary>What was kept with it, up to 16 384 characters.</summary>
    public string? UserData { get; internal set; }

    /// <summary>The faces, up to 248.</summary>
    public IReadOnlyList<Guid> PersistedFaceIds { get; internal set; } = [];

    static PersonGroupPerson IFaceModel<PersonGroupPerson>.Read(JsonElement element)
    {
        var result = new PersonGroupPerson();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "personId":
                    result.PersonId = property.Value.GetGuid();
                    break;
                case "name":
                    result.Name = property.Value.GetString()!;
                    break;
                case "userData":
                    result.UserData = property.Value.GetString();
                    break;
                case "persistedFaceIds":
                    result.PersistedFaceIds = property.Value.ReadGuids();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<PersonGroupPerson>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("personId", PersonId);
        json.Write("name", Name);
        json.Write("userData", UserData);
        json.WriteGuids("persistedFaceIds", PersistedFaceIds);
    }
}
