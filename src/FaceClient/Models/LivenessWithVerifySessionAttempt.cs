using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>One try of the person in a session with verification.</summary>
public class LivenessWithVerifySessionAttempt : IFaceModel<LivenessWithVerifySessionAttempt>
{
    internal LivenessWithVerifySessionAttempt()
    {
    }

    /// <summary>The number of the attempt, from 1.</summary>
    public int AttemptId { get; internal set; }

    /// <summary>How it stands.</summary>
    public OperationState AttemptStatus { get; internal set; }

    /// <summary>What it came to; null while there is no result.</summary>
    public LivenessWithVerifyResult? Result { get; internal set; }

    /// <summary>Why it came to none; null otherwise.</summary>
    public LivenessError? Error { get; internal set; }

    /// <summary>Of v1.3-preview.1; the published package has no such member. Where the attempt came from.</summary>
    public IReadOnlyList<ClientInformation> ClientInformation { get; internal set; } = [];

    /// <summary>Of v1.3-preview.1; the published package has no such member. Whether the attempt looks like abuse, where the resource is watched for it.</summary>
    public AbuseMonitoringResult? AbuseMonitoringResult { get; internal set; }

    static LivenessWithVerifySessionAttempt IFaceModel<LivenessWithVerifySessionAttempt>.Read(JsonElement element)
    {
        var result = new LivenessWithVerifySessionAttempt();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "attemptId":
                    result.AttemptId = property.Value.GetInt32();
                    break;
                case "attemptStatus":
                    result.AttemptStatus = new OperationState(property.Value.GetString()!);
                    break;
                case "result":
                    result.Result = property.Value.Read<LivenessWithVerifyResult>();
                    break;
                case "error":
                    result.Error = property.Value.Read<LivenessError>();
                    break;
                case "clientInformation":
                    result.ClientInformation = property.Value.ReadList<ClientInformation>();
                    break;
                case "abuseMonitoringResult":
                    result.AbuseMonitoringResult = property.Value.Read<AbuseMonitoringResult>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessWithVerifySessionAttempt>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("attemptId", AttemptId);
        json.Write("attemptStatus", AttemptStatus.ToString());
        json.WriteModel("result", Result);
        json.WriteModel("error", Error);
        json.WriteModels("clientInformation", ClientInformation);
        json.WriteModel("abuseMonitoringResult", AbuseMonitoringResult);
    }
}
