using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Who a face may be, best first.</summary>
public class FaceIdentificationResult : IFaceModel<FaceIdentificationResult>
{
    internal FaceIdentificationResult()
    {
    }

    /// <summary>The face in question.</summary>
    public Guid FaceId { get; internal set; }

    /// <summary>Persons, best first; empty when none is sure enough.</summary>
    public IReadOnlyList<FaceIdentificationCandidate> Candidates { get; internal set; } = [];

    static FaceIdentificationResult IFaceModel<FaceIdentificationResult>.Read(JsonElement element)
    {
        var result = new FaceIdentificationResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "faceId":
                    result.FaceId = property.Value.GetGuid();
                    break;
                case "candidates":
                    result.Candidates = property.Value.ReadList<FaceIdentificationCandidate>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceIdentificationResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("faceId", FaceId);
        json.WriteModels("candidates", Candidates);
    }
}
