namespace FaceCmdlets.Service;

/// <summary>How a connection's requests leave this machine: those for the Face service and those for a token, each with its own time-outs.</summary>
internal static class Outbound
{
    /// <summary>What is done to each new handler. Nothing, unless a test in this process stands in for the internet.</summary>
    internal static Action<SocketsHttpHandler> Prepare { get; set; } = _ => { };

    public static HttpClient Open(bool useProxy)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = useProxy,
        };
        Prepare(handler);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
