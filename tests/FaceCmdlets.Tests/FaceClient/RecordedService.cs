using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core.Pipeline;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>A service in memory: it answers in order what it was told to, the last answer for ever, and keeps what it was sent.</summary>
internal sealed class RecordedService : HttpMessageHandler
{
    public static readonly Uri Endpoint = new("https://contoso.cognitiveservices.azure.com");
    public static readonly AzureKeyCredential Key = new("the-key");

    private readonly Queue<(int Status, string Body, string? Location)> _answers = new();

    public List<(string Line, string? ContentType, byte[] Body, HttpRequestHeaders Headers)> Requests { get; } = [];

    public string LastLine => Requests[^1].Line;

    public string LastBody => Encoding.UTF8.GetString(Requests[^1].Body);

    public static RecordedService Answering(string body, int status = 200) => new RecordedService().Then(body, status);

    public RecordedService Then(string body, int status = 200, string? operationLocation = null)
    {
        _answers.Enqueue((status, body, operationLocation));
        return this;
    }

    public AzureAIVisionFaceClientOptions Options(AzureAIVisionFaceClientOptions.ServiceVersion version = AzureAIVisionFaceClientOptions.ServiceVersion.V1_2) =>
        new(version) { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } };

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        Requests.Add(($"{request.Method} {request.RequestUri!.AbsoluteUri.Replace(Endpoint.AbsoluteUri.TrimEnd('/'), string.Empty, StringComparison.Ordinal)}", request.Content?.Headers.ContentType?.ToString(), body.ToArray(), request.Headers));
        (int status, string text, string? location) = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        if (location is not null)
        {
            response.Headers.Add("Operation-Location", location);
        }

        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
