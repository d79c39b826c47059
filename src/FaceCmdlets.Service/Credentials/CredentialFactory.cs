using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>Makes the credential that Connect-AzFace was told of. One file a kind, beside this one.</summary>
internal static class CredentialFactory
{
    public static TokenCredential Create(FaceConnection connection, HttpPipelineTransport transport)
    {
        if (connection.CredentialKind == CredentialKind.AccessToken)
        {
            return new FixedTokenCredential(connection.RevealSecret());
        }

        SignInOptions signIn = connection.SignIn!;
        return connection.CredentialKind switch
        {
            CredentialKind.ManagedIdentity => ManagedIdentity.Create(signIn, transport),
            CredentialKind.ServicePrincipalSecret => ServicePrincipalSecret.Create(signIn, connection.RevealSecret(), transport),
            CredentialKind.ServicePrincipalCertificate => ServicePrincipalCertificate.Create(signIn, transport),
            CredentialKind.WorkloadIdentity => WorkloadIdentity.Create(signIn, transport),
            CredentialKind.Interactive => InteractiveSignIn.Create(signIn, transport),
            CredentialKind.DeviceCode => DeviceCodeSignIn.Create(signIn, connection.Errands, transport),
            CredentialKind.AzContext => new AzContextCredential(signIn, connection.Errands),
            _ => DefaultChain.Create(signIn, transport),
        };
    }
}
