using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace FaceCmdlets.Service;

/// <summary>The clients of one connection, and all that only the client of this repository has. With FaceSdk=Official, SdkClients.Official.cs stands in its place.</summary>
internal sealed class SdkClients
{
    private readonly FaceSessionClient _sessions;

    public SdkClients(FaceConnection connection, AzureKeyCredential key, AzureAIVisionFaceClientOptions options, ServiceCall call)
        : this(new(connection.Endpoint, key, options), new(connection.Endpoint, key, options), new(connection.Endpoint, key, options), new(connection.Endpoint, key, options), new(() => new(connection.Endpoint, key, options)), call)
    {
    }

    public SdkClients(FaceConnection connection, TokenCredential tokens, AzureAIVisionFaceClientOptions options, ServiceCall call)
        : this(new(connection.Endpoint, tokens, options), new(connection.Endpoint, tokens, options), new(connection.Endpoint, tokens, options), new(connection.Endpoint, tokens, options), new(() => new(connection.Endpoint, tokens, options)), call)
    {
    }

    private SdkClients(FaceClient faces, FaceAdministrationClient administration, FaceStandardAdministrationClient standard, FaceSessionClient sessions, Lazy<FaceSettingsClient> settings, ServiceCall call)
    {
        Faces = faces;
        Administration = administration;
        _sessions = sessions;
        var collections = new CollectionCall(call);
        StandardPersonGroups = new StandardPersonGroupService(standard, collections);
        StandardFaceLists = new StandardFaceListService(standard, collections);
        Liveness = new LivenessService(sessions, settings, call);
    }

    public FaceClient Faces { get; }

    public FaceAdministrationClient Administration { get; }

    public IPersonGroupService StandardPersonGroups { get; }

    public IFaceListService StandardFaceLists { get; }

    public ILivenessService Liveness { get; }

    /// <summary>The client's name for a version of the API.</summary>
    public static ServiceVersion VersionOf(string apiVersion) => apiVersion == FaceConnection.PreviewApiVersion ? ServiceVersion.V1_3_Preview_1 : ServiceVersion.V1_2;

    /// <summary>Detects in a picture that is streamed.</summary>
    public Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(RequestContent content, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive, CancellationToken cancelled) =>
        Faces.DetectAsync(content, detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancelled);

    public Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectFromSessionImageAsync(string image, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive, CancellationToken cancelled) =>
        _sessions.DetectFromSessionImageAsync(image, detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancelled);
}
