using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>-UseAzContext: asks the session's Az.Accounts, on the thread of whichever command waits for this connection.</summary>
internal sealed class AzContextCredential(SignInOptions signIn, PipelineErrands errands) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        (string token, DateTimeOffset expires) = await errands.AskAsync(cmdlet => AzAccounts.GetToken(cmdlet, signIn), cancellationToken).ConfigureAwait(false);
        return new AccessToken(token, expires);
    }
}
