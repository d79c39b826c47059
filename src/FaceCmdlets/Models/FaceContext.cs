namespace FaceCmdlets;

/// <summary>A connection to a Face resource. It never shows its secret.</summary>
public sealed class FaceContext : IDisposable
{
    private readonly FaceConnection _connection;
    private readonly Lazy<IFaceService> _service;

    internal FaceContext(FaceConnection connection)
    {
        _connection = connection;
        // Nothing of Azure is loaded before the first request.
        _service = new Lazy<IFaceService>(() => ServiceLoader.Create(connection));
    }

    /// <summary>The resource's endpoint.</summary>
    public Uri Endpoint => _connection.Endpoint;

    /// <summary>Kind of credential: Key, DefaultAzureCredential or AccessToken.</summary>
    public string Credential => _connection.CredentialKind.ToString();

    /// <summary>Version of the Face API, such as v1.2.</summary>
    public string ApiVersion => _connection.ApiVersion;

    /// <summary>Whether the endpoint is an emulator that this process started.</summary>
    public bool IsEmulator => _connection.IsEmulator;

    internal bool IsDisconnected { get; private set; }

    internal IFaceService Service => _service.Value;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Endpoint} ({Credential}, {ApiVersion})");

    /// <summary>Forgets the secret and closes connections.</summary>
    public void Dispose()
    {
        IsDisconnected = true;
        if (_service.IsValueCreated)
        {
            _service.Value.Dispose();
        }

        _connection.Dispose();
    }
}
