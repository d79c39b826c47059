using System.Diagnostics;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>
/// Azure.Core's retries (408, 429, 5xx, broken connections, time-outs; exponential from 0.5 s), bounded in
/// count and time, and the service's "try later" (409 ConcurrentOperationConflict). None for what will not change:
/// a name that does not resolve, a certificate that does not match, a port that nobody listens on, a request that
/// cannot be written; none for what could be done twice; none where the service wants to be left alone for longer than all of it may take. After a
/// 429 the limiter says when to go on.
/// </summary>
internal sealed class TransientRetryPolicy() : RetryPolicy(MostRetries, new Backoff())
{
    /// <summary>Two changes of one collection at a time: one of them is refused, and may come again.</summary>
    public const string Conflict = "ConcurrentOperationConflict";

    /// <summary>A call takes no longer, with all its tries.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(10);

    private const int MostRetries = 12;
    private const int MostRetriesOfAFault = 4;
    private const string StartKey = "FaceCmdlets.Start";

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
        ShouldTryAgain(message, exception) && (IsConflict(message, exception) || base.ShouldRetry(message, exception));

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        ShouldTryAgain(message, exception) && (IsConflict(message, exception) || await base.ShouldRetryAsync(message, exception).ConfigureAwait(false));

    private static bool ShouldTryAgain(HttpMessage message, Exception? exception)
    {
        if (IsFinal(exception) || (exception is not null && CannotBeSent(message.Request)))
        {
            return false;
        }

        Response? response = exception is null && message.HasResponse ? message.Response : null;

        // A gateway that had no answer says 502 or 504.
        bool mayComeTwice = (exception is not null || response?.Status is 502 or 504) && !CallFate.LoseAnswer(message);
        TimeSpan left = message.TryGetProperty(StartKey, out object? start) ? LongestTime - Stopwatch.GetElapsedTime((long)start!) : LongestTime;
        return !mayComeTwice
            && message.ProcessingContext.RetryNumber < (response?.Status == 429 ? MostRetries : MostRetriesOfAFault)
            && left > TimeSpan.Zero
            && (response?.Status is not (429 or 503) || !(QuotaPolicy.RetryAfter(response) > left));
    }

    private static bool IsConflict(HttpMessage message, Exception? exception) =>
        exception is null && message.HasResponse && message.Response.Status == 409 && message.Response.Content.ToString().Contains(Conflict, StringComparison.Ordinal);

    /// <summary>A header that is no ASCII is never sent, nor is the rest of its request.</summary>
    private static bool CannotBeSent(Request request) => request.Headers.Any(header => header.Value.Any(c => c is < ' ' or > '~'));

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
