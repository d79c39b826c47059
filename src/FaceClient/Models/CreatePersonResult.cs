using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A person that was created.</summary>
public class CreatePersonResult : IFaceModel<CreatePersonResult>
{
    internal CreatePersonResult()
    {
    }

    /// <summary>The person's id.</summary>
    public Guid PersonId { get; internal set; }

    static CreatePersonResult IFaceModel<CreatePersonResult>.Read(JsonElement element)
    {
        var result = new CreatePersonResult();
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
            }
        }

        return result;
    }

    void IFaceModel<CreatePersonResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("personId", PersonId);
    }
}
