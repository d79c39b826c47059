using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Who a face may be.</summary>
public class FaceIdentificationCandidate : IFaceModel<FaceIdentificationCandidate>
{
    internal FaceIdentificationCandidate()
    {
    }

    /// <summary>The person.</summary>
    public Guid PersonId { get; internal set; }

    /// <summary>How sure, 0 to 1.</summary>
    public float Confidence { get; internal set; }

    static FaceIdentificationCandidate IFaceModel<FaceIdentificationCandidate>.Read(JsonElement element)
    {
        var result = new FaceIdentificationCandidate();
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
                case "confidence":
                    result.Confidence = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceIdentificationCandidate>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("personId", PersonId);
        json.Write("confidence", Confidence);
    }
}
