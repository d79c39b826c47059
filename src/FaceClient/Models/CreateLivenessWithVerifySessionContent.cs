using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>What a liveness session with verification is to be.</summary>
public partial class CreateLivenessWithVerifySessionContent : IFaceModel<CreateLivenessWithVerifySessionContent>
{
    /// <summary>Describes a session.</summary>
    /// <param name="livenessOperationMode">What the person has to do.</param>
    /// <param name="verifyImage">A picture of who the person is said to be, up to 6 MB. It is read from where it stands to its end, and set back if it can be; it stays the caller's to close.</param>
    /// <exception cref="ArgumentNullException"><paramref name="verifyImage"/> is null.</exception>
    public CreateLivenessWithVerifySessionContent(LivenessOperationMode livenessOperationMode, Stream verifyImage)
    {
        LivenessOperationMode = livenessOperationMode;
        VerifyImage = verifyImage ?? throw new ArgumentNullException(nameof(verifyImage));
    }

    internal CreateLivenessWithVerifySessionContent()
    {
        VerifyImage = Stream.Null;
    }

    /// <summary>What the person has to do.</summary>
    public LivenessOperationMode LivenessOperationMode { get; }

    /// <summary>A picture of who the person is said to be.</summary>
    public Stream VerifyImage { get; }

    /// <summary>Whether the device names itself; then <see cref="DeviceCorrelationId"/> has to be null. The service's default is false.</summary>
    public bool? DeviceCorrelationIdSetInClient { get; set; }

    /// <summary>Whether the service keeps a picture of the session, for <see cref="FaceSessionClient.GetSessionImage(string, CancellationToken)"/>.</summary>
    public bool? EnableSessionImage { get; set; }

    /// <summary>The network that decides; the newest unless said otherwise.</summary>
    public LivenessModel? LivenessModelVersion { get; set; }

    /// <summary>Whether results carry a SHA-256 of the picture to verify.</summary>
    public bool? ReturnVerifyImageHash { get; set; }

    /// <summary>How alike the faces have to be, 0 to 1; the service's own threshold unless said otherwise.</summary>
    public float? VerifyConfidenceThreshold { get; set; }

    /// <summary>The device, up to 64 characters, unique for each: it limits how often one device may try. Needed unless the device names itself.</summary>
    public string? DeviceCorrelationId { get; set; }

    /// <summary>How long the session's token lives, in seconds: 60 to 86400. The service's default is 600.</summary>
    public int? AuthTokenTimeToLiveInSeconds { get; set; }

    static CreateLivenessWithVerifySessionContent IFaceModel<CreateLivenessWithVerifySessionContent>.Read(JsonElement element)
    {
        var result = new CreateLivenessWithVerifySessionContent(
            element.TryGetProperty("livenessOperationMode", out JsonElement mode) && mode.ValueKind == JsonValueKind.String ? new LivenessOperationMode(mode.GetString()!) : default,
            element.TryGetProperty("verifyImage", out JsonElement image) && image.ValueKind == JsonValueKind.String ? new MemoryStream(image.GetBytesFromBase64()) : Stream.Null);
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
                case "returnVerifyImageHash":
                    result.ReturnVerifyImageHash = property.Value.GetBoolean();
                    break;
                case "verifyConfidenceThreshold":
                    result.VerifyConfidenceThreshold = property.Value.GetSingle();
                    break;
                case "deviceCorrelationId":
                    result.DeviceCorrelationId = property.Value.GetString();
                    break;
                case "authTokenTimeToLiveInSeconds":
                    result.AuthTokenTimeToLiveInSeconds = property.Value.GetInt32();
                    break;
                case "numberOfClientAttemptsAllowed":
                    result.NumberOfClientAttemptsAllowed = property.Value.GetInt32();
                    break;
            }
        }

        return result;
    }

    /// <summary>The picture as bytes; its stream is set back where it can be, so that the content can be used again.</summary>
    internal BinaryData ReadVerifyImage()
    {
        long? position = VerifyImage.CanSeek ? VerifyImage.Position : null;
        var image = BinaryData.FromStream(VerifyImage);
        SetBack(position);
        return image;
    }

    /// <inheritdoc cref="ReadVerifyImage" />
    internal async Task<BinaryData> ReadVerifyImageAsync(CancellationToken cancellationToken)
    {
        long? position = VerifyImage.CanSeek ? VerifyImage.Position : null;
        BinaryData image = await BinaryData.FromStreamAsync(VerifyImage, cancellationToken).ConfigureAwait(false);
        SetBack(position);
        return image;
    }

    /// <summary>As JSON, which is not what is sent: there the picture travels beside the members.</summary>
    void IFaceModel<CreateLivenessWithVerifySessionContent>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("livenessOperationMode", LivenessOperationMode.ToString());
        json.Write("deviceCorrelationIdSetInClient", DeviceCorrelationIdSetInClient);
        json.Write("enableSessionImage", EnableSessionImage);
        json.Write("livenessModelVersion", LivenessModelVersion?.ToString());
        json.Write("returnVerifyImageHash", ReturnVerifyImageHash);
        json.Write("verifyConfidenceThreshold", VerifyConfidenceThreshold);
        json.WriteBase64String("verifyImage", ReadVerifyImage().ToMemory().Span);
        json.Write("deviceCorrelationId", DeviceCorrelationId);
        json.Write("authTokenTimeToLiveInSeconds", AuthTokenTimeToLiveInSeconds);
        json.Write("numberOfClientAttemptsAllowed", NumberOfClientAttemptsAllowed);
    }

    private void SetBack(long? position)
    {
        if (position is { } start)
        {
            VerifyImage.Position = start;
        }
    }
}
