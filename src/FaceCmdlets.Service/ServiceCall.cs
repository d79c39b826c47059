using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>One call of the client for a command: its log and its budget go along, and what goes wrong is explained.</summary>
internal sealed class ServiceCall(FaceConnection connection)
{
    /// <param name="send">The call.</param>
    /// <param name="name">What it is about, for the error's text.</param>
    /// <param name="scope">The command's.</param>
    /// <param name="collection">The group or list that it is put to; where there is none, or the name says it, null.</param>
    public async Task<T> SendAsync<T>(Func<Task<T>> send, string name, RequestScope scope, string? collection = null)
    {
        var fate = new CallFate();
        try
        {
            using IDisposable properties = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [RequestStoryPolicy.LogKey] = scope.Log, [QuotaPolicy.CountKey] = scope.Calls, [CallFate.Key] = fate });
            return await send().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (scope.Cancelled.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            FaceServiceException told = ServiceErrors.Explain(e, connection, name, collection ?? name);
            told.AfterLostAnswer = fate.AnswerWasLost;
            throw fate.WasAddition ? ServiceErrors.AnswerLost(told, name, fate.Look) : told;
        }
    }
}
