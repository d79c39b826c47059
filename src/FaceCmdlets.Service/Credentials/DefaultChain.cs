using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-UseDefaultCredential: whoever this machine or session is. It asks nobody.</summary>
internal static class DefaultChain
{
    public static TokenCredential Create(SignInOptions signIn, HttpPipelineTransport transport)
    {
        var options = new DefaultAzureCredentialOptions
        {
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            // Azure CLI and Azure PowerShell are programs of their own, and slow to start.
            CredentialProcessTimeout = signIn.Timeout,
        };
        if (signIn.TenantId is not null)
        {
            options.TenantId = signIn.TenantId;
        }

        if (signIn.ClientId is not null)
        {
            options.ManagedIdentityClientId = signIn.ClientId;
            options.WorkloadIdentityClientId = signIn.ClientId;
        }

        return new DefaultAzureCredential(options);
    }
}
