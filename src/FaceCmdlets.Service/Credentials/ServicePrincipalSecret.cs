using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-ClientSecret, or -Credential: a service principal with a secret.</summary>
internal static class ServicePrincipalSecret
{
    public static TokenCredential Create(SignInOptions signIn, string secret, HttpPipelineTransport transport) =>
        new ClientSecretCredential(signIn.TenantId, signIn.ClientId, secret, new ClientSecretCredentialOptions
        {
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            RetryPolicy = new TransientRetryPolicy(),
        });
}
