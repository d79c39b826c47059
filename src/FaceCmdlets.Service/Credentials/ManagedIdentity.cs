using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-ManagedIdentity: the machine's own identity, or with -ClientId one that was assigned to it.</summary>
internal static class ManagedIdentity
{
    public static TokenCredential Create(SignInOptions signIn, HttpPipelineTransport transport)
    {
        ManagedIdentityId id = signIn.ClientId switch
        {
            null => ManagedIdentityId.SystemAssigned,
            ['/', ..] resource => ManagedIdentityId.FromUserAssignedResourceId(new ResourceIdentifier(resource)),
            var client => ManagedIdentityId.FromUserAssignedClientId(client),
        };
        return new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(id) { Transport = transport });
    }
}
