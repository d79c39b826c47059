using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>A token that somebody else fetched. When it has run out, the service says so.</summary>
internal sealed class FixedTokenCredential(string token) : TokenCredential
{
    private readonly AccessToken _token = new(token, DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => _token;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(_token);
}
