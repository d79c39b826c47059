using System.Net;
using System.Net.Sockets;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>A web site with one picture at every address, which counts who asks for it.</summary>
internal sealed class PictureSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _picture;
    private int _requests;

    public PictureSite(string path)
    {
        _picture = File.ReadAllBytes(path);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/picture";

    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _requests);
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // The request's head.
                }

                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: {_picture.Length}\r\nConnection: close\r\n\r\n"));
                await stream.WriteAsync(_picture);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }
}
