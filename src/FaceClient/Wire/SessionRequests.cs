using Azure.Core;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace Azure.AI.Vision.Face;

/// <summary>The routes of liveness sessions, as v1.2 and later have them.</summary>
internal sealed class SessionRequests(ServiceVersion version)
{
    private const string Liveness = "/detectLiveness-sessions";
    private const string LivenessWithVerify = "/detectLivenessWithVerify-sessions";

    public static FaceRequest Create(RequestContent content) => new FaceRequest(RequestMethod.Post, Liveness).Json(content);

    public static FaceRequest CreateWithVerify(RequestContent content, string contentType) => new FaceRequest(RequestMethod.Post, LivenessWithVerify).Body(content, contentType);

    public static FaceRequest Get(string sessionId) => new(RequestMethod.Get, Path(Liveness, sessionId));

    public static FaceRequest GetWithVerify(string sessionId) => new(RequestMethod.Get, Path(LivenessWithVerify, sessionId));

    public static FaceRequest Delete(string sessionId) => new(RequestMethod.Delete, Path(Liveness, sessionId));

    public static FaceRequest DeleteWithVerify(string sessionId) => new(RequestMethod.Delete, Path(LivenessWithVerify, sessionId));

    public static FaceRequest Image(string sessionImageId) => new FaceRequest(RequestMethod.Get, "/sessionImages/" + FaceRequest.Segment(sessionImageId, nameof(sessionImageId))).Accept("application/octet-stream");

    public FaceRequest Create(CreateLivenessSessionContent body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (version < ServiceVersion.V1_3_Preview_1 && body.FirstPreviewMember() is { } member)
        {
            throw TooOld(member);
        }

        return Create(JsonBody.Of(body));
    }

    /// <param name="body">The session.</param>
    /// <param name="verifyImage">The picture in it, read already.</param>
    public FaceRequest CreateWithVerify(CreateLivenessWithVerifySessionContent body, BinaryData verifyImage)
    {
        if (version < ServiceVersion.V1_3_Preview_1 && body.NumberOfClientAttemptsAllowed is not null)
        {
            throw TooOld(nameof(body.NumberOfClientAttemptsAllowed));
        }

        var form = new MultipartBody();
        form.Add("livenessOperationMode", body.LivenessOperationMode.ToString());
        form.Add("deviceCorrelationIdSetInClient", body.DeviceCorrelationIdSetInClient);
        form.Add("enableSessionImage", body.EnableSessionImage);
        form.Add("livenessModelVersion", body.LivenessModelVersion?.ToString());
        form.Add("returnVerifyImageHash", body.ReturnVerifyImageHash);
        form.Add("verifyConfidenceThreshold", body.VerifyConfidenceThreshold);
        form.AddFile("verifyImage", verifyImage);
        form.Add("deviceCorrelationId", body.DeviceCorrelationId);
        form.Add("authTokenTimeToLiveInSeconds", body.AuthTokenTimeToLiveInSeconds);
        form.Add("numberOfClientAttemptsAllowed", body.NumberOfClientAttemptsAllowed);
        return CreateWithVerify(form.Build(), form.ContentType);
    }

    /// <summary>Sent to an older version, the member would be passed over in silence.</summary>
    private static NotSupportedException TooOld(string member) =>
        new($"{member} needs the service version {nameof(ServiceVersion.V1_3_Preview_1)}: new {nameof(AzureAIVisionFaceClientOptions)}({nameof(ServiceVersion)}.{nameof(ServiceVersion.V1_3_Preview_1)}).");

    private static string Path(string route, string sessionId) => route + "/" + FaceRequest.Segment(sessionId, nameof(sessionId));
}
