using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>How the training of a collection stands.</summary>
public class FaceTrainingResult : IFaceModel<FaceTrainingResult>
{
    internal FaceTrainingResult()
    {
    }

    /// <summary>How it stands.</summary>
    public FaceOperationStatus Status { get; internal set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset CreatedDateTime { get; internal set; }

    /// <summary>When something was last done (UTC); the default value where the service says nothing.</summary>
    public DateTimeOffset LastActionDateTime { get; internal set; }

    /// <summary>When a training last succeeded (UTC); the default value where none has.</summary>
    public DateTimeOffset LastSuccessfulTrainingDateTime { get; internal set; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Message { get; internal set; }

    static FaceTrainingResult IFaceModel<FaceTrainingResult>.Read(JsonElement element)
    {
        var result = new FaceTrainingResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "status":
                    result.Status = new FaceOperationStatus(property.Value.GetString()!);
                    break;
                case "createdDateTime":
                    result.CreatedDateTime = property.Value.GetDateTimeOffset();
                    break;
                case "lastActionDateTime":
                    result.LastActionDateTime = property.Value.GetDateTimeOffset();
                    break;
                case "lastSuccessfulTrainingDateTime":
                    result.LastSuccessfulTrainingDateTime = property.Value.GetDateTimeOffset();
                    break;
                case "message":
                    result.Message = property.Value.GetString();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceTrainingResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("status", Status.ToString());
        json.Write("createdDateTime", CreatedDateTime);
        json.Write("lastActionDateTime", LastActionDateTime);
        json.Write("lastSuccessfulTrainingDateTime", LastSuccessfulTrainingDateTime);
        json.Write("message", Message);
    }
}
