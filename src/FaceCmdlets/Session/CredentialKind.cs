namespace FaceCmdlets;

/// <summary>Ways to authenticate.</summary>
internal enum CredentialKind
{
    Key,
    DefaultAzureCredential,
    AccessToken,
    ManagedIdentity,
    ServicePrincipalSecret,
    ServicePrincipalCertificate,
    WorkloadIdentity,
    Interactive,
    DeviceCode,
    AzContext,
}
