using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

/// <summary>
/// Stands in for the internet: whatever name the module's requests go to, they arrive here (127.0.0.1 is itself), by real sockets and real TLS, with
/// a certificate that only this test trusts. Nothing of it can be reached by a parameter or a variable of the module.
/// </summary>
internal sealed class LocalInternet : IDisposable
{
    private static readonly PropertyInfo Prepare = FindSeam();

    private readonly TcpListener _plain = new(IPAddress.Loopback, 0);
    private readonly TcpListener _secure = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = NewCertificate();
    private readonly Func<HttpExchange, Task<HttpReply>> _answer;
    private readonly object? _before;

    public LocalInternet(Func<HttpExchange, Task<HttpReply>> answer)
    {
        _answer = answer;
        _plain.Start();
        _secure.Start();
        _ = Task.Run(() => AcceptAsync(_plain, secure: false));
        _ = Task.Run(() => AcceptAsync(_secure, secure: true));
        _before = Prepare.GetValue(null);
        Prepare.SetValue(null, (Action<SocketsHttpHandler>)Redirect);
    }

    public ConcurrentQueue<HttpExchange> Requests { get; } = new();

    public void Dispose()
    {
        Prepare.SetValue(null, _before);
        _plain.Dispose();
        _secure.Dispose();
        _certificate.Dispose();
    }

    private static PropertyInfo FindSeam()
    {
        // The same file that Import-Module loads, so the same assembly.
        Assembly module = Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(ModuleSession.Manifest)!, "FaceCmdlets.dll"));
        var service = (Lazy<Assembly>)module.GetType("FaceCmdlets.ServiceLoader", throwOnError: true)!.GetField("ServiceAssembly", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return service.Value.GetType("FaceCmdlets.Service.Outbound", throwOnError: true)!.GetProperty("Prepare", BindingFlags.NonPublic | BindingFlags.Static)!;
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=stand-in", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private void Redirect(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == _certificate.Thumbprint;
        handler.ConnectCallback = async (context, cancel) =>
        {
            if (IPAddress.TryParse(context.DnsEndPoint.Host, out IPAddress? address) && IPAddress.IsLoopback(address))
            {
                return await ConnectAsync(context.DnsEndPoint, cancel);
            }

            bool secure = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;
            return await ConnectAsync((secure ? _secure : _plain).LocalEndpoint, cancel);
        };
    }

    private static async Task<Stream> ConnectAsync(EndPoint where, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(where, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AcceptAsync(TcpListener listener, bool secure)
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                _ = Task.Run(() => ServeAsync(client, secure));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, bool secure)
    {
        try
        {
            using TcpClient owned = client;
            Stream stream = client.GetStream();
            if (secure)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(_certificate);
                stream = tls;
            }

            using Stream whole = stream;
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            while (await HttpExchange.ReadAsync(reader, secure) is { } request)
            {
                Requests.Enqueue(request);
                HttpReply reply = await _answer(request);
                if (reply.Status == 0)
                {
                    return;
                }

                byte[] body = Encoding.UTF8.GetBytes(reply.Body);
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {reply.Status} Status\r\nContent-Type: application/json\r\n{reply.Headers}Content-Length: {body.Length}\r\n\r\n"));
                await stream.WriteAsync(body);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other end has gone.
        }
    }
}

/// <summary>What is answered; with status 0 nothing is, and the connection is closed.</summary>
internal sealed record HttpReply(int Status, string Body, string Headers = "");

/// <summary>What was asked.</summary>
internal sealed record HttpExchange(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body of a form, by its fields' names.</summary>
    public IReadOnlyDictionary<string, string> Form => Pairs(Body);

    public IReadOnlyDictionary<string, string> Query => Pairs(Address.Query.TrimStart('?'));

    public static async Task<HttpExchange?> ReadAsync(StreamReader reader, bool secure)
    {
        if (await reader.ReadLineAsync() is not { Length: > 0 } first)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            string[] parts = line.Split(':', 2);
            headers[parts[0]] = parts[1].Trim();
        }

        var body = new char[headers.TryGetValue("Content-Length", out string? length) ? int.Parse(length) : 0];
        int read = 0;
        while (read < body.Length && await reader.ReadAsync(body.AsMemory(read)) is > 0 and var count)
        {
            read += count;
        }

        string[] request = first.Split(' ');
        return new HttpExchange(request[0], new Uri($"{(secure ? "https" : "http")}://{headers["Host"]}{request[1]}"), headers, new string(body));
    }

    private static Dictionary<string, string> Pairs(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[^1]));
}
