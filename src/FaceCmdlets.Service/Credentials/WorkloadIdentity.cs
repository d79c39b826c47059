using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-WorkloadIdentity: the token in a file, which its keeper renews, is exchanged for one of Microsoft Entra.</summary>
internal static class WorkloadIdentity
{
    public static TokenCredential Create(SignInOptions signIn, HttpPipelineTransport transport) =>
        new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            TenantId = signIn.TenantId!,
            ClientId = signIn.ClientId!,
            TokenFilePath = signIn.FederatedTokenFile!,
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            RetryPolicy = new TransientRetryPolicy(),
        });
}
