using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>Azure.Core's retries (three, exponential from 0.8 s, or as Retry-After says), but none for what will not change: a name that does not resolve, a certificate that does not match, a port that nobody listens on.</summary>
internal sealed class TransientRetryPolicy : RetryPolicy
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => !IsFinal(exception) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsFinal(exception) ? new(false) : base.ShouldRetryAsync(message, exception);

    internal static bool IsFinal(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
                or SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return true;
            }
        }

        return false;
    }
}
