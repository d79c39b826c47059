using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>Any 2xx is a success (the service has answered 299 before), and nothing else is: a redirect is not followed.</summary>
internal sealed class SuccessClassifier : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) => message.Response.Status is < 200 or > 299;
}
