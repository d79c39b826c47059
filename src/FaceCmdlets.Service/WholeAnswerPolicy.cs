using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Service;

/// <summary>An answer that ended in the middle.</summary>
internal sealed class CutShortException() : IOException("The answer was cut short.");

/// <summary>Makes of a success whose JSON does not end a broken connection, so that it is asked again. The service's answers are arrays and objects.</summary>
internal sealed class WholeAnswerPolicy : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Check(message.Response);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        Check(message.Response);
    }

    private static void Check(Response response)
    {
        if (response.IsError || response.Headers.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true || response.ContentStream is null)
        {
            return;
        }

        ReadOnlySpan<byte> body = response.Content.ToMemory().Span.TrimEnd(" \r\n\t"u8);
        if (body.IsEmpty || body[^1] is not ((byte)']' or (byte)'}'))
        {
            throw new CutShortException();
        }
    }
}
