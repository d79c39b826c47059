using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>One call of the client for a command: its log and its budget go along, and what goes wrong is explained.</summary>
internal sealed class ServiceCall(Uri endpoint)
{
    /// <param name="send">The call.</param>
    /// <param name="name">What it is about, for the error's text.</param>
    /// <param name="calls">The command's count of calls.</param>
    /// <param name="log">Where its story goes.</param>
    /// <param name="cancellationToken">The command's.</param>
    public async Task<T> SendAsync<T>(Func<Task<T>> send, string name, CallCount calls, IRequestLog log, CancellationToken cancellationToken)
    {
        try
        {
            using IDisposable scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [RequestStoryPolicy.LogKey] = log, [QuotaPolicy.CountKey] = calls });
            return await send().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw ServiceErrors.Explain(e, endpoint, name);
        }
    }
}
