using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>Tells -Verbose each try of a request: method, path, status, milliseconds, request id. Never a header, never a body.</summary>
internal sealed class RequestStoryPolicy : HttpPipelinePolicy
{
    public const string LogKey = "FaceCmdlets.Log";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            ProcessNext(message, pipeline);
            Tell(message, start, null);
        }
        catch (Exception e)
        {
            Tell(message, start, e);
            throw;
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            Tell(message, start, null);
        }
        catch (Exception e)
        {
            Tell(message, start, e);
            throw;
        }
    }

    private static void Tell(HttpMessage message, long start, Exception? failure)
    {
        if (!message.TryGetProperty(LogKey, out object? value) || value is not IRequestLog log)
        {
            return;
        }

        Request request = message.Request;
        string line = $"{request.Method} {request.Uri.ToUri().GetLeftPart(UriPartial.Path)}";
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (failure is not null || !message.HasResponse)
        {
            log.Verbose(FormattableString.Invariant($"{line}: {failure?.GetType().Name ?? "no answer"} after {milliseconds:0} ms"));
            return;
        }

        Response response = message.Response;
        string id = ServiceErrors.RequestIdOf(response) ?? "none";
        log.Verbose(FormattableString.Invariant($"{line}: {response.Status} {response.ReasonPhrase} in {milliseconds:0} ms, request id {id}"));
        if (request.Content is { } content && content.TryComputeLength(out long sent))
        {
            log.Debug(FormattableString.Invariant($"{line}: query {request.Uri.Query}, {sent} bytes sent, content-length of the answer {response.Headers.ContentLength ?? -1}"));
        }
    }
}
