using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A face that resembles another.</summary>
public class FaceFindSimilarResult : IFaceModel<FaceFindSimilarResult>
{
    internal FaceFindSimilarResult()
    {
    }

    /// <summary>How alike, 0 to 1; larger is more alike.</summary>
    public float Confidence { get; internal set; }

    /// <summary>The face, where it was looked for among face ids.</summary>
    public Guid? FaceId { get; internal set; }

    /// <summary>The face, where it was looked for in a list.</summary>
    public Guid? PersistedFaceId { get; internal set; }

    static FaceFindSimilarResult IFaceModel<FaceFindSimilarResult>.Read(JsonElement element)
    {
        var result = new FaceFindSimilarResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "confidence":
                    result.Confidence = property.Value.GetSingle();
                    break;
                case "faceId":
                    result.FaceId = property.Value.GetGuid();
                    break;
                case "persistedFaceId":
                    result.PersistedFaceId = property.Value.GetGuid();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceFindSimilarResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("confidence", Confidence);
        json.Write("faceId", FaceId);
        json.Write("persistedFaceId", PersistedFaceId);
    }
}
