using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A check whether a living person is in front of the camera.</summary>
public class LivenessSession : IFaceModel<LivenessSession>
{
    internal LivenessSession()
    {
    }

    /// <summary>The session's id.</summary>
    public string SessionId { get; internal set; } = null!;

    /// <summary>What the person's device authenticates with. Give it to the device only.</summary>
    public string AuthToken { get; internal set; } = null!;

    /// <summary>How the session stands.</summary>
    public OperationState Status { get; internal set; }

    /// <summary>The network that decides.</summary>
    public LivenessModel? ModelVersion { get; internal set; }

    /// <summary>Of v1.3-preview.1; the published package has no such member. Whether the resource is watched for abuse.</summary>
    public bool IsAbuseMonitoringEnabled { get; internal set; }

    /// <summary>Of v1.3-preview.1; the published package has no such member. The address, or range of addresses, that attempts have to come from.</summary>
    public string? ExpectedClientIpAddress { get; internal set; }

    /// <summary>What happened so far.</summary>
    public LivenessSessionResults Results { get; internal set; } = null!;

    static LivenessSession IFaceModel<LivenessSession>.Read(JsonElement element)
    {
        var result = new LivenessSession();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "sessionId":
                    result.SessionId = property.Value.GetString()!;
                    break;
                case "authToken":
                    result.AuthToken = property.Value.GetString()!;
                    break;
                case "status":
                    result.Status = new OperationState(property.Value.GetString()!);
                    break;
                case "modelVersion":
                    result.ModelVersion = new LivenessModel(property.Value.GetString()!);
                    break;
                case "isAbuseMonitoringEnabled":
                    result.IsAbuseMonitoringEnabled = property.Value.GetBoolean();
                    break;
                case "expectedClientIpAddress":
                    result.ExpectedClientIpAddress = property.Value.GetString();
                    break;
                case "results":
                    result.Results = property.Value.Read<LivenessSessionResults>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessSession>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("sessionId", SessionId);
        json.Write("authToken", AuthToken);
        json.Write("status", Status.ToString());
        json.Write("modelVersion", ModelVersion?.ToString());
        json.Write("isAbuseMonitoringEnabled", IsAbuseMonitoringEnabled);
        json.Write("expectedClientIpAddress", ExpectedClientIpAddress);
        json.WriteModel("results", Results);
    }
}
