using Azure.Core;
using Azure.Core.Pipeline;
using ServiceVersion = Azure.AI.Vision.Face.AzureAIVisionFaceClientOptions.ServiceVersion;

namespace Azure.AI.Vision.Face;

/// <summary>The settings of a Face resource, as v1.3-preview.1 has them. Without options it speaks that version.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such client.</remarks>
public class FaceSettingsClient
{
    private readonly FaceConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected FaceSettingsClient()
    {
    }

    /// <summary>Creates a client that authenticates with a key.</summary>
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <exception cref="ArgumentException">The endpoint is not absolute, or plain http to another machine.</exception>
    /// <exception cref="NotSupportedException">The version is older than v1.3-preview.1: it has no settings.</exception>
    public FaceSettingsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceSettingsClient(Uri, AzureKeyCredential)" />
    /// <param name="endpoint">The resource's endpoint, such as https://contoso.cognitiveservices.azure.com. A path in it is taken off.</param>
    /// <param name="credential">The key of the resource.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceSettingsClient(Uri endpoint, AzureKeyCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options ?? new AzureAIVisionFaceClientOptions(ServiceVersion.V1_3_Preview_1), ServiceVersion.V1_3_Preview_1))
    {
    }

    /// <summary>Creates a client that authenticates with Microsoft Entra ID.</summary>
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <exception cref="ArgumentException">The endpoint is regional, not absolute, or plain http.</exception>
    /// <exception cref="NotSupportedException">The version is older than v1.3-preview.1: it has no settings.</exception>
    public FaceSettingsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="FaceSettingsClient(Uri, TokenCredential)" />
    /// <param name="endpoint">The resource's endpoint with a custom subdomain: a regional endpoint takes keys only.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">Version, retry, transport and diagnostics.</param>
    public FaceSettingsClient(Uri endpoint, TokenCredential credential, AzureAIVisionFaceClientOptions? options)
        : this(new FaceConnection(endpoint, credential, options ?? new AzureAIVisionFaceClientOptions(ServiceVersion.V1_3_Preview_1), ServiceVersion.V1_3_Preview_1))
    {
    }

    private FaceSettingsClient(FaceConnection connection)
    {
        _connection = connection;
    }

    /// <summary>The pipeline that requests go through.</summary>
    public virtual HttpPipeline Pipeline => _connection.Pipeline;

    /// <summary>Gets the resource's settings.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceSettings>> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceSettings>(SettingsRequests.Get(), cancellationToken);

    /// <inheritdoc cref="GetSettingsAsync(CancellationToken)" />
    public virtual Response<FaceSettings> GetSettings(CancellationToken cancellationToken = default) =>
        _connection.Read<FaceSettings>(SettingsRequests.Get(), cancellationToken);

    /// <summary>Gets the resource's settings. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetSettingsAsync(RequestContext? context) =>
        _connection.SendAsync(SettingsRequests.Get(), context);

    /// <inheritdoc cref="GetSettingsAsync(RequestContext)" />
    public virtual Response GetSettings(RequestContext? context) =>
        _connection.Send(SettingsRequests.Get(), context);

    /// <summary>Says whether liveness sessions of the resource are watched for abuse.</summary>
    /// <param name="livenessAbuseMonitoringEnabled">Whether they are.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<FaceSettings>> UpdateSettingsAsync(bool livenessAbuseMonitoringEnabled, CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<FaceSettings>(SettingsRequests.Update(livenessAbuseMonitoringEnabled), cancellationToken);

    /// <inheritdoc cref="UpdateSettingsAsync(bool, CancellationToken)" />
    public virtual Response<FaceSettings> UpdateSettings(bool livenessAbuseMonitoringEnabled, CancellationToken cancellationToken = default) =>
        _connection.Read<FaceSettings>(SettingsRequests.Update(livenessAbuseMonitoringEnabled), cancellationToken);

    /// <summary>Says whether liveness sessions of the resource are watched for abuse. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="content">The JSON body: livenessAbuseMonitoring with enabled.</param>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> UpdateSettingsAsync(RequestContent content, RequestContext? context = null) =>
        _connection.SendAsync(SettingsRequests.Update(content), context);

    /// <inheritdoc cref="UpdateSettingsAsync(RequestContent, RequestContext)" />
    public virtual Response UpdateSettings(RequestContent content, RequestContext? context = null) =>
        _connection.Send(SettingsRequests.Update(content), context);

    /// <summary>Gets a short-lived token for the packages of the liveness clients.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token. A secret.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<ClientAssetsAccessToken>> GetClientAssetsAccessTokenAsync(CancellationToken cancellationToken = default) =>
        _connection.ReadAsync<ClientAssetsAccessToken>(SettingsRequests.ClientAssetsAccessToken(), cancellationToken);

    /// <inheritdoc cref="GetClientAssetsAccessTokenAsync(CancellationToken)" />
    public virtual Response<ClientAssetsAccessToken> GetClientAssetsAccessToken(CancellationToken cancellationToken = default) =>
        _connection.Read<ClientAssetsAccessToken>(SettingsRequests.ClientAssetsAccessToken(), cancellationToken);

    /// <summary>Gets a short-lived token for the packages of the liveness clients. Takes and gives what goes over the wire, unread.</summary>
    /// <param name="context">Cancellation, error handling and policies of this one call.</param>
    /// <returns>The answer, unread.</returns>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response> GetClientAssetsAccessTokenAsync(RequestContext? context) =>
        _connection.SendAsync(SettingsRequests.ClientAssetsAccessToken(), context);

    /// <inheritdoc cref="GetClientAssetsAccessTokenAsync(RequestContext)" />
    public virtual Response GetClientAssetsAccessToken(RequestContext? context) =>
        _connection.Send(SettingsRequests.ClientAssetsAccessToken(), context);
}
