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

    /// <summary>What the session knows the connection by, for Select-AzFaceContext.</summary>
    public string Name => _connection.Name;

    /// <summary>The resource's endpoint.</summary>
    public Uri Endpoint => _connection.Endpoint;

    /// <summary>Kind of credential, such as Key, DefaultAzureCredential or ManagedIdentity.</summary>
    public string Credential => _connection.CredentialKind.ToString();

    /// <summary>The cloud that tokens come from, such as AzureCloud; null with a key.</summary>
    public string? Cloud => _connection.SignIn?.Cloud.Name;

    /// <summary>The tenant that tokens come from; null where none was given.</summary>
    public string? TenantId => _connection.SignIn?.TenantId;

    /// <summary>The application or the managed identity that signs in; null where none was given.</summary>
    public string? ClientId => _connection.SignIn?.ClientId;

    /// <summary>Version of the Face API, such as v1.2.</summary>
    public string ApiVersion => _connection.ApiVersion;

    /// <summary>Whether the endpoint is an emulator that this process started.</summary>
    public bool IsEmulator => _connection.IsEmulator;

    /// <summary>Whether this session uses it where no -Context is given.</summary>
    public bool IsCurrent => ReferenceEquals(FaceSession.Current.Context, this);

    internal bool IsDisconnected { get; private set; }

    /// <summary>What ended it, where it was ended otherwise than by Disconnect-AzFace.</summary>
    internal string EndedBy { get; set; } = "Disconnect-AzFace";

    internal IFaceService Service => _service.Value;

    /// <summary>What connects in the same way again.</summary>
    internal string ConnectCommand => NextCommand.Connect(_connection);

    /// <summary>What connects in the same way, but to another version of the API.</summary>
    internal string ConnectCommandFor(string apiVersion) => NextCommand.Connect(_connection, instead: ("ApiVersion", apiVersion));

    internal PipelineErrands Errands => _connection.Errands;

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
