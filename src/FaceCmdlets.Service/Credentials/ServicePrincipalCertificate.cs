using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-CertificatePath, -CertificateThumbprint or -Certificate: a service principal that signs with its private key.</summary>
internal static class ServicePrincipalCertificate
{
    public static TokenCredential Create(SignInOptions signIn, HttpPipelineTransport transport) =>
        new ClientCertificateCredential(signIn.TenantId, signIn.ClientId, signIn.Certificate, new ClientCertificateCredentialOptions
        {
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            RetryPolicy = new TransientRetryPolicy(),
        });
}
