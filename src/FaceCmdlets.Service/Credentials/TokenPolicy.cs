using System.Management.Automation;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>
/// Sends the connection's present token, whatever the client remembers; and where the service refuses it in the middle of a
/// run (revoked, or this machine's clock is slow), fetches another, once a request.
/// </summary>
internal sealed class TokenPolicy(TokenSource tokens, FaceConnection connection) : HttpPipelinePolicy
{
    /// <summary>The service's code for a user without the role: another token would say the same.</summary>
    private const string RoleMissing = "PermissionDenied";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        string token = await TokenAsync(message, null).ConfigureAwait(false);
        await SendAsync(message, pipeline, token).ConfigureAwait(false);
        if (!IsRefused(message.Response))
        {
            return;
        }

        (string? code, string says) = Read(message.Response);
        if (code != RoleMissing && await TokenAsync(message, token).ConfigureAwait(false) is var another && another != token)
        {
            await SendAsync(message, pipeline, another).ConfigureAwait(false);
            if (!IsRefused(message.Response))
            {
                return;
            }

            (code, says) = Read(message.Response);
        }

        throw code == RoleMissing
            ? new FaceServiceException(RoleMissing, $"{connection.Endpoint.Host} knows who this is, but not that it may (401 PermissionDenied). Give it the role Cognitive Services User on the resource; that takes some minutes to be known. The service says: {says}", ErrorCategory.PermissionDenied, true, 401, ServiceErrors.RequestIdOf(message.Response), next: $"New-AzRoleAssignment -SignInName USER -RoleDefinitionName 'Cognitive Services User' -Scope (Get-AzCognitiveServicesAccount -ResourceGroupName GROUP -Name {ServiceErrors.ResourceOf(connection.Endpoint)}).Id")
            : new FaceServiceException("TokenRefused", $"{connection.Endpoint.Host} does not accept the token, nor another one (401). Check that tenant, cloud and endpoint belong together; a token that was given by hand may have run out: connect again. The service says: {says}", ErrorCategory.AuthenticationError, true, 401, ServiceErrors.RequestIdOf(message.Response), next: NextCommand.Connect(connection));
    }

    private static ValueTask SendAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline, string token)
    {
        message.Request.Headers.SetValue("Authorization", "Bearer " + token);
        return ProcessNextAsync(message, pipeline);
    }

    private async ValueTask<string> TokenAsync(HttpMessage message, string? refused) =>
        (await tokens.GetAsync(refused, null, message.CancellationToken).ConfigureAwait(false)).Token;

    /// <summary>A challenge with claims is answered by the client's own policy, which asks the source for a token that meets them.</summary>
    private static bool IsRefused(Response response) => response.Status == 401
        && !(response.Headers.TryGetValue("WWW-Authenticate", out string? challenge) && challenge.Contains("insufficient_claims", StringComparison.OrdinalIgnoreCase));

    private static (string? Code, string Message) Read(Response response)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Content);
            JsonElement error = document.RootElement.GetProperty("error");
            return (error.GetProperty("code").GetString(), error.GetProperty("message").GetString() ?? "(nothing)");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, "(nothing)");
        }
    }
}
