using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using FaceCmdlets.Service;

namespace FaceCmdlets.Bulk.Tests;

/// <summary>A request that cannot be written is none that broke on its way.</summary>
public sealed class UnsendableRequestTests
{
    [Fact]
    public async Task It_is_tried_once_and_blames_no_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        using var counting = new Counting();
        using var http = new HttpClient(counting);
        HttpPipeline pipeline = HttpPipelineBuilder.Build(new Options { Transport = new HttpClientTransport(http), RetryPolicy = new TransientRetryPolicy() });
        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(endpoint);
        message.Request.Headers.Add("Ocp-Apim-Subscription-Key", "key\u200b");
        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await pipeline.SendAsync(message, CancellationToken.None));
        Assert.Equal(1, counting.Tries);

        using var connection = new FaceConnection { Name = "here", Endpoint = endpoint, CredentialKind = CredentialKind.Key };
        FaceServiceException error = ServiceErrors.Explain(failure, connection, "a.jpg", "a.jpg");
        Assert.Equal("RequestNotSent", error.ErrorCode);
        Assert.DoesNotContain("connection", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Options : ClientOptions;

    private sealed class Counting() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Tries { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tries++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
