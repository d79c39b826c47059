using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-Interactive: by the browser of this machine.</summary>
internal static class InteractiveSignIn
{
    public static TokenCredential Create(SignInOptions signIn, HttpPipelineTransport transport)
    {
        var options = new InteractiveBrowserCredentialOptions
        {
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            RetryPolicy = new TransientRetryPolicy(),
        };
        if (signIn.TenantId is not null)
        {
            options.TenantId = signIn.TenantId;
        }

        if (signIn.ClientId is not null)
        {
            options.ClientId = signIn.ClientId;
        }

        return new InteractiveBrowserCredential(options);
    }
}
