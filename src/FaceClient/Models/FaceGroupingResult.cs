using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Faces, sorted by who they may be.</summary>
public class FaceGroupingResult : IFaceModel<FaceGroupingResult>
{
    internal FaceGroupingResult()
    {
    }

    /// <summary>Faces of one person each, largest group first. One person may be spread over several.</summary>
    public IReadOnlyList<IList<Guid>> Groups { get; internal set; } = [];

    /// <summary>Faces that resemble no other.</summary>
    public IReadOnlyList<Guid> MessyGroup { get; internal set; } = [];

    static FaceGroupingResult IFaceModel<FaceGroupingResult>.Read(JsonElement element)
    {
        var result = new FaceGroupingResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "groups":
                    result.Groups = property.Value.ReadGuidLists();
                    break;
                case "messyGroup":
                    result.MessyGroup = property.Value.ReadGuids();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceGroupingResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.WriteGuidLists("groups", Groups);
        json.WriteGuids("messyGroup", MessyGroup);
    }
}
