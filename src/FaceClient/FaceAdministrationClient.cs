using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>Gives the clients of the large collections, which share one pipeline.</summary>
public class FaceAdministrationClient
{
    private readonly FaceConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected FaceAdministrationClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    public FaceAdministrationClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceAdministrationClient(Uri, AzureKeyCredential)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceAdministrationClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    public FaceAdministrationClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceAdministrationClient(Uri, TokenCredential)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceAdministrationClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options))
    {
    }

    private FaceAdministrationClient(FaceConnection connection)
    {
        _connection = connection;
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Gives a client of a large face list, over this client's pipeline. Nothing is sent.</summary>
    /// <param name="largeFaceListId">The id of the list, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The id is empty, "." or "..".</exception>
    public virtual LargeFaceListClient GetLargeFaceListClient(string largeFaceListId) => new(_connection, largeFaceListId);

    /// <summary>Gives a client of a large person group, over this client's pipeline. Nothing is sent.</summary>
    /// <param name="largePersonGroupId">The id of the group, existing or not: 1 to 64 small letters, digits, - and _.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The id is empty, "." or "..".</exception>
    public virtual LargePersonGroupClient GetLargePersonGroupClient(string largePersonGroupId) => new(_connection, largePersonGroupId);
}
