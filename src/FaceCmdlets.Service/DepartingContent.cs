using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>A request's content that notes when it goes: a new connection may take longer to stand than ten calls are apart.</summary>
internal sealed class DepartingContent(RequestContent content, Action departs) : RequestContent
{
    public override void WriteTo(Stream stream, CancellationToken cancellation)
    {
        departs();
        content.WriteTo(stream, cancellation);
    }

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        departs();
        return content.WriteToAsync(stream, cancellation);
    }

    public override bool TryComputeLength(out long length) => content.TryComputeLength(out length);

    public override void Dispose()
    {
        // The content is the request's, which may be tried again.
    }
}
