using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.Vision.Face;

/// <summary>Puts the key into its header, at each try: a renewed key takes effect at once.</summary>
internal sealed class KeyAuthenticationPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    private readonly AzureKeyCredential _credential = credential ?? throw new ArgumentNullException(nameof(credential));

    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", _credential.Key);
}
