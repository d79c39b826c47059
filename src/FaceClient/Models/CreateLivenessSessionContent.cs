using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What a liveness session is to be.</summary>
public partial class CreateLivenessSessionContent : IFaceModel<CreateLivenessSessionContent>
{
    /// <summary>Describes a session.</summary>
    /// <param name="livenessOperationMode">What the person has to do.</param>
    public CreateLivenessSessionContent(LivenessOperationMode livenessOperationMode)
    {
        LivenessOperationMode = livenessOperationMode;
    }

    internal CreateLivenessSessionContent()
    {
    }

    /// <summary>What the person has to do.</summary>
    public LivenessOperationMode LivenessOperationMode { get; }

    /// <summary>Whether the device names itself; then <see cref="DeviceCorrelationId"/> has to be null. The service's default is false.</summary>
    public bool? DeviceCorrelationIdSetInClient { get; set; }

    /// <summary>Whether the service keeps a picture of the session, for <see cref="FaceSessionClient.GetSessionImage(string, CancellationToken)"/>.</summary>
    public bool? EnableSessionImage { get; set; }

    /// <summary>The network that decides; the newest unless said otherwise.</summary>
    public LivenessModel? LivenessModelVersion { get; set; }

    /// <summary>The device, up to 64 characters, unique for each: it limits how often one device may try. Needed unless the device names itself.</summary>
    public string? DeviceCorrelationId { get; set; }

    /// <summary>How long the session's token lives, in seconds: 60 to 86400. The service's default is 600.</summary>
    public int? AuthTokenTimeToLiveInSeconds { get; set; }

    static CreateLivenessSessionContent IFaceModel<CreateLivenessSessionContent>.Read(JsonElement element)
    {
        var result = new CreateLivenessSessionContent(element.TryGetProperty("livenessOperationMode", out JsonElement mode) && mode.ValueKind == JsonValueKind.String ? new LivenessOperationMode(mode.GetString()!) : default);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "deviceCorrelationIdSetInClient":
                    result.DeviceCorrelationIdSetInClient = property.Value.GetBoolean();
                    break;
                case "enableSessionImage":
                    result.EnableSessionImage = property.Value.GetBoolean();
                    break;
                case "livenessModelVersion":
                    result.LivenessModelVersion = new LivenessModel(property.Value.GetString()!);
                    break;
                case "deviceCorrelationId":
                    result.DeviceCorrelationId = property.Value.GetString();
                    break;
                case "authTokenTimeToLiveInSeconds":
                    result.AuthTokenTimeToLiveInSeconds = property.Value.GetInt32();
                    break;
                default:
                    result.ReadPreviewMember(property);
                    break;
            }
        }

        return result;
    }

    void IFaceModel<CreateLivenessSessionContent>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("livenessOperationMode", LivenessOperationMode.ToString());
        json.Write("deviceCorrelationIdSetInClient", DeviceCorrelationIdSetInClient);
        json.Write("enableSessionImage", EnableSessionImage);
        json.Write("livenessModelVersion", LivenessModelVersion?.ToString());
        json.Write("deviceCorrelationId", DeviceCorrelationId);
        json.Write("authTokenTimeToLiveInSeconds", AuthTokenTimeToLiveInSeconds);
        WritePreviewMembers(json);
    }
}
