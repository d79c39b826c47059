using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>Whether two faces are one person's.</summary>
public class FaceVerificationResult : IFaceModel<FaceVerificationResult>
{
    internal FaceVerificationResult()
    {
    }

    /// <summary>Whether the service takes them for one person's: a confidence of 0.5 or more.</summary>
    public bool IsIdentical { get; internal set; }

    /// <summary>How alike, 0 to 1.</summary>
    public float Confidence { get; internal set; }

    static FaceVerificationResult IFaceModel<FaceVerificationResult>.Read(JsonElement element)
    {
        var result = new FaceVerificationResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "isIdentical":
                    result.IsIdentical = property.Value.GetBoolean();
                    break;
                case "confidence":
                    result.Confidence = property.Value.GetSingle();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceVerificationResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("isIdentical", IsIdentical);
        json.Write("confidence", Confidence);
    }
}
