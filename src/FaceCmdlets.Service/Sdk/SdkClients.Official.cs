using System.Management.Automation;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace FaceCmdlets.Service;

/// <summary>
/// The clients of one connection, from the package Azure.AI.Vision.Face 1.0.0-beta.2, with FaceSdk=Official. It has no small
/// collections, its sessions are those of a preview that was replaced, it does not know v1.2, and takes a picture whole.
/// </summary>
internal sealed class SdkClients
{
    private readonly FaceSessionClient _sessions;

    public SdkClients(FaceConnection connection, AzureKeyCredential key, AzureAIVisionFaceClientOptions options, ServiceCall call)
        : this(new(connection.Endpoint, key, options), new(connection.Endpoint, key, options), new(connection.Endpoint, key, options))
    {
        _ = call;
    }

    public SdkClients(FaceConnection connection, TokenCredential tokens, AzureAIVisionFaceClientOptions options, ServiceCall call)
        : this(new(connection.Endpoint, tokens, options), new(connection.Endpoint, tokens, options), new(connection.Endpoint, tokens, options))
    {
        _ = call;
    }

    private SdkClients(FaceClient faces, FaceAdministrationClient administration, FaceSessionClient sessions)
    {
        Faces = faces;
        Administration = administration;
        _sessions = sessions;
    }

    public FaceClient Faces { get; }

    public FaceAdministrationClient Administration { get; }

#pragma warning disable CA1822 // The other SdkClients has these as members.
    public IPersonGroupService StandardPersonGroups => throw Lacks("small person groups (-Standard)");

    public IFaceListService StandardFaceLists => throw Lacks("small face lists (-Standard)");

    public ILivenessService Liveness => throw Lacks("the liveness sessions of v1.2");
#pragma warning restore CA1822

    /// <summary>The newest that the package knows.</summary>
    public static ServiceVersion VersionOf(string apiVersion) =>
        apiVersion == FaceConnection.DefaultApiVersion ? ServiceVersion.V1_2_Preview_1 : throw Lacks(apiVersion);

    public async Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectAsync(RequestContent content, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive, CancellationToken cancelled)
    {
        using var whole = new MemoryStream();
        await content.WriteToAsync(whole, cancelled).ConfigureAwait(false);
        return await Faces.DetectAsync(BinaryData.FromBytes(whole.ToArray()), detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancelled).ConfigureAwait(false);
    }

    public Task<Response<IReadOnlyList<FaceDetectionResult>>> DetectFromSessionImageAsync(string image, FaceDetectionModel detectionModel, FaceRecognitionModel recognitionModel, bool returnFaceId, IEnumerable<FaceAttributeType>? attributes, bool? landmarks, bool? returnRecognitionModel, int? timeToLive, CancellationToken cancelled) =>
        _sessions.DetectFromSessionImageAsync(image, detectionModel, recognitionModel, returnFaceId, attributes, landmarks, returnRecognitionModel, timeToLive, cancelled);

    private static FaceServiceException Lacks(string what) =>
        new("NotInOfficialSdk", $"This build of the module uses the package Azure.AI.Vision.Face, which lacks {what}. Build it without -p:FaceSdk=Official.", ErrorCategory.NotImplemented, false);
}
