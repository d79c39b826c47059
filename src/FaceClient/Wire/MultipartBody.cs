using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>A body of multipart/form-data, whole in memory so that it can be sent again.</summary>
internal sealed class MultipartBody
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly string _boundary = Guid.NewGuid().ToString("N");

    /// <summary>The value of the header Content-Type, with the boundary.</summary>
    public string ContentType => "multipart/form-data; boundary=" + _boundary;

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Begin($"name=\"{name}\"", "text/plain; charset=utf-8");
            Write(value);
            Write("\r\n");
        }
    }

    public void Add(string name, bool? value) => Add(name, value is { } known ? (known ? "true" : "false") : null);

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, float? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A file; the service wants a file name, whichever.</summary>
    public void AddFile(string name, BinaryData content)
    {
        Begin($"name=\"{name}\"; filename=\"{name}\"", "application/octet-stream");
        _bytes.Write(content.ToMemory().Span);
        Write("\r\n");
    }

    /// <summary>Closes the body: nothing can be added after.</summary>
    public RequestContent Build()
    {
        Write($"--{_boundary}--\r\n");
        return RequestContent.Create(BinaryData.FromBytes(_bytes.WrittenMemory));
    }

    private void Begin(string disposition, string contentType) =>
        Write($"--{_boundary}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {contentType}\r\n\r\n");

    private void Write(string text) => _bytes.Write(Encoding.UTF8.GetBytes(text));
}
