using System.Management.Automation;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace FaceCmdlets.Service;

/// <summary>-UseDeviceCode: by a browser anywhere, with a code that the host shows as Write-Host would.</summary>
internal static class DeviceCodeSignIn
{
    public static TokenCredential Create(SignInOptions signIn, PipelineErrands errands, HttpPipelineTransport transport)
    {
        var options = new DeviceCodeCredentialOptions
        {
            AuthorityHost = signIn.Authority,
            DisableInstanceDiscovery = signIn.IsPrivateAuthority,
            Transport = transport,
            RetryPolicy = new TransientRetryPolicy(),
            DeviceCodeCallback = (code, _) =>
            {
                errands.Post(cmdlet => cmdlet.WriteInformation(new HostInformationMessage { Message = code.Message }, ["PSHOST"]));
                return Task.CompletedTask;
            },
        };
        if (signIn.TenantId is not null)
        {
            options.TenantId = signIn.TenantId;
        }

        if (signIn.ClientId is not null)
        {
            options.ClientId = signIn.ClientId;
        }

        return new DeviceCodeCredential(options);
    }
}
