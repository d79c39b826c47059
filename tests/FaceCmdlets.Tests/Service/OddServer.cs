using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaceCmdlets.Tests.Service;

/// <summary>A server that answers every request with the same bytes, and remembers what it was sent.</summary>
internal sealed class OddServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[][] _answers;
    private readonly System.Security.Cryptography.X509Certificates.X509Certificate2? _certificate;
    private int _requests;

    public OddServer(params string[] answers)
        : this([.. answers.Select(Encoding.UTF8.GetBytes)])
    {
    }

    /// <summary>Gives a file.</summary>
    public OddServer(byte[] file, string type)
        : this([[.. Encoding.UTF8.GetBytes(HeadOf(200, type, file.Length)), .. file]])
    {
    }

    private OddServer(byte[][] answers)
    {
        _answers = answers;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Speaks https, with a certificate that nobody knows.</summary>
    public OddServer(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        : this(Array.Empty<byte[]>())
    {
        _certificate = certificate;
    }

    /// <summary>How long it thinks before it answers.</summary>
    public TimeSpan Delay { get; init; }

    public string Endpoint => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Requests => _requests;

    public string Head { get; private set; } = string.Empty;

    /// <summary>The last request's body.</summary>
    public byte[] Body { get; private set; } = [];

    public static string Answer(int status, string body, string type = "application/json", string headers = "") =>
        HeadOf(status, type, Encoding.UTF8.GetByteCount(body), headers) + body;

    public void Dispose() => _listener.Dispose();

    private static string HeadOf(int status, string type, int length, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n";

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Stream stream = client.GetStream();
                if (_certificate is not null)
                {
                    try
                    {
                        var secure = new System.Net.Security.SslStream(stream);
                        await secure.AuthenticateAsServerAsync(_certificate);
                        stream = secure;
                    }
                    catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
                    {
                        continue;
                    }
                }

                var buffer = new byte[65536];
                var head = new StringBuilder();
                int length = -1;
                using var body = new MemoryStream();
                while (length < 0 || body.Length < length)
                {
                    int read = await stream.ReadAsync(buffer);
                    if (read == 0)
                    {
                        break;
                    }

                    if (length >= 0)
                    {
                        body.Write(buffer, 0, read);
                        continue;
                    }

                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                    string text = head.ToString();
                    int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                    if (end >= 0)
                    {
                        Head = text[..end];
                        string? line = Head.Split("\r\n").FirstOrDefault(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                        length = line is null ? 0 : int.Parse(line[15..]);
                        body.Write(Encoding.Latin1.GetBytes(text[(end + 4)..]));
                    }
                }

                Body = body.ToArray();
                int number = Interlocked.Increment(ref _requests);
                await Task.Delay(Delay);
                await stream.WriteAsync(_answers[Math.Min(number, _answers.Length) - 1]);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
