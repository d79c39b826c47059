using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>Gives the clients of the small collections, which share one pipeline.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such client.</remarks>
public class FaceStandardAdministrationClient
{
    private readonly FaceConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected FaceStandardAdministrationClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    public FaceStandardAdministrationClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceStandardAdministrationClient(Uri, AzureKeyCredential)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceStandardAdministrationClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    public FaceStandardAdministrationClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceStandardAdministrationClient(Uri, TokenCredential)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceStandardAdministrationClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    private FaceStandardAdministrationClient(FaceConnection connection)
    {
        _connection = connection;
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Gives a client of a small face list, over this client's pipeline. Nothing is sent.</summary>
    /// <param name="faceListId">The id of the list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The id is empty, "." or "..".</exception>
    public virtual FaceListClient GetFaceListClient(string faceListId) => new(_connection, faceListId);

    /// <summary>Gives a client of a small person group, over this client's pipeline. Nothing is sent.</summary>
    /// <param name="personGroupId">The id of the group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The id is empty, "." or "..".</exception>
    public virtual PersonGroupClient GetPersonGroupClient(string personGroupId) => new(_connection, personGroupId);
}
