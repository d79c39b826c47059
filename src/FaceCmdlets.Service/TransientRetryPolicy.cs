using System.Diagnostics;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>
/// Azure.Core's retries (408, 429, 5xx, broken connections, time-outs; exponential from 0.5 s), bounded in
/// count and time. None for what will not change: a name that does not resolve, a certificate that does not
/// match, a port that nobody listens on. After a 429 the limiter says when to go on.
/// </summary>
internal sealed class TransientRetryPolicy() : RetryPolicy(MostRetries, new Backoff())
{
    private const int MostRetries = 12;
    private const int MostRetriesOfAFault = 4;
    private const string StartKey = "FaceCmdlets.Start";

    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(10);

    protected override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(StartKey, out _))
        {
            message.SetProperty(StartKey, Stopwatch.GetTimestamp());
        }
    }

    protected override ValueTask OnSendingRequestAsync(HttpMessage message)
    {
        OnSendingRequest(message);
        return default;
    }

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        ShouldTryAgain(message, exception) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        ShouldTryAgain(message, exception) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    private static bool ShouldTryAgain(HttpMessage message, Exception? exception)
    {
        bool throttled = exception is null && message.HasResponse && message.Response.Status == 429;
        return !IsFinal(exception)
            && message.ProcessingContext.RetryNumber < (throttled ? MostRetries : MostRetriesOfAFault)
            && (!message.TryGetProperty(StartKey, out object? start) || Stopwatch.GetElapsedTime((long)start!) < LongestTime);
    }

    private static bool IsFinal(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is FaceServiceException or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
                or SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Backoff() : DelayStrategy(TimeSpan.FromMinutes(1), 0.2)
    {
        protected override TimeSpan GetNextDelayCore(Response? response, int retryNumber) =>
            response?.Status == 429 ? TimeSpan.Zero : TimeSpan.FromSeconds(0.5 * Math.Pow(2, retryNumber - 1));
    }
}
