using System.Globalization;
using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>One call of the service: method, path under /face/VERSION, query and body.</summary>
internal sealed class FaceRequest
{
    private readonly RequestMethod _method;
    private readonly string _path;
    private readonly Uri? _address;
    private readonly List<(string Name, string Value)> _query = [];
    private RequestContent? _content;
    private string? _contentType;
    private string _accept = "application/json";

    /// <param name="method">The verb.</param>
    /// <param name="path">The path under the version, such as /detect; escaped already.</param>
    public FaceRequest(RequestMethod method, string path)
    {
        _method = method;
        _path = path;
    }

    /// <summary>Reads an address that the service itself has given.</summary>
    public FaceRequest(Uri address)
        : this(RequestMethod.Get, string.Empty)
    {
        _address = address;
    }

    /// <summary>An id as a segment of a path. What would leave the path (".", "..", nothing) is refused.</summary>
    public static string Segment(string id, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameter);
        if (id is "." or "..")
        {
            throw new ArgumentException($"'{id}' is not an id.", parameter);
        }

        return Uri.EscapeDataString(id);
    }

    public FaceRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            _query.Add((name, value));
        }

        return this;
    }

    public FaceRequest Query(string name, bool? value) => Query(name, value is { } known ? (known ? "true" : "false") : null);

    public FaceRequest Query(string name, int? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Values with commas between; none is no parameter.</summary>
    public FaceRequest Query<T>(string name, IEnumerable<T>? values)
    {
        string joined = string.Join(',', (values ?? []).Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}")));
        return Query(name, joined.Length == 0 ? null : joined);
    }

    /// <summary>What the answer is to be, unless JSON.</summary>
    public FaceRequest Accept(string contentType)
    {
        _accept = contentType;
        return this;
    }

    public FaceRequest Json(RequestContent content) => Body(content, "application/json");

    public FaceRequest Picture(RequestContent content) => Body(content, "application/octet-stream");

    public FaceRequest Body(RequestContent content, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        _content = content;
        _contentType = contentType;
        return this;
    }

    public void Fill(Request request, Uri endpoint, string version)
    {
        request.Method = _method;
        var uri = new RequestUriBuilder();
        if (_address is null)
        {
            uri.Reset(endpoint);
            uri.AppendPath("/face/", escape: false);
            uri.AppendPath(version, escape: true);
            uri.AppendPath(_path, escape: false);
            foreach ((string name, string value) in _query)
            {
                uri.AppendQuery(name, value, escapeValue: true);
            }
        }
        else
        {
            uri.Reset(_address);
        }

        request.Uri = uri;
        request.Headers.Add("Accept", _accept);
        if (_content is not null)
        {
            request.Headers.Add("Content-Type", _contentType!);
            request.Content = _content;
        }
    }
}
