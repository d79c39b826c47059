using System.Management.Automation;
using System.Security;

namespace FaceCmdlets.Commands;

/// <summary>Connects the session to a Face resource, or to the local emulator.</summary>
[Cmdlet(VerbsCommunications.Connect, "AzFace", DefaultParameterSetName = FromEnvironment)]
[OutputType(typeof(FaceContext))]
public sealed class ConnectAzFaceCommand : FaceCmdlet
{
    private const string FromEnvironment = "Environment";
    private const string WithKey = "Key";
    private const string WithDefaultCredential = "DefaultCredential";
    private const string WithAccessToken = "AccessToken";
    private const string WithEmulator = "Emulator";

    /// <summary>The resource's endpoint, such as https://contoso.cognitiveservices.azure.com.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithKey)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithDefaultCredential)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithAccessToken)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>The resource's key: a SecureString, or a string, which a shell's history may keep.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = WithKey)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? Key { get; set; }

    /// <summary>Signs in as whoever this machine or session is: environment, managed identity, Azure CLI, Azure PowerShell and others in turn.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithDefaultCredential)]
    public SwitchParameter UseDefaultCredential { get; set; }

    /// <summary>A Microsoft Entra token for https://cognitiveservices.azure.com: a SecureString, or a string.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithAccessToken)]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>Connects to the emulator of this process, and starts one where none runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithEmulator)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>The resource's pricing tier: F0 (20 calls a minute) or S0 (10 a second). Without it, the rate is found out.</summary>
    [Parameter(ParameterSetName = FromEnvironment)]
    [Parameter(ParameterSetName = WithKey)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithAccessToken)]
    public FaceTier? Tier { get; set; }

    /// <summary>Version of the Face API to speak: v1.2 (the default), or v1.3-preview.1, whose liveness sessions can do more.</summary>
    [Parameter]
    [ValidateSet(FaceConnection.DefaultApiVersion, FaceConnection.PreviewApiVersion)]
    public string ApiVersion { get; set; } = FaceConnection.DefaultApiVersion;

    /// <summary>Hands the connection out, for -Context of other cmdlets.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        FaceContext context = new(ParameterSetName switch
        {
            WithKey => Checked(Endpoint!, CredentialKind.Key, Key),
            WithDefaultCredential => Checked(Endpoint!, CredentialKind.DefaultAzureCredential, null),
            WithAccessToken => Checked(Endpoint!, CredentialKind.AccessToken, AccessToken),
            WithEmulator => ToEmulator(),
            _ => ReadEnvironment(),
        });
        FaceSession.Current.Context = context;
        WriteVerbose($"Connected to {context}. The first request will show whether the service accepts it; Test-AzFaceConnection asks now.");
        if (PassThru)
        {
            WriteObject(context);
        }
    }

    private FaceConnection ToEmulator()
    {
        try
        {
            EmulatorProcess emulator = (EmulatorProcess.Running is [var first, ..] ? first : null) ?? EmulatorProcess.Start(new EmulatorOptions { WorkingFolder = SessionState.Path.CurrentFileSystemLocation.ProviderPath }, WriteVerbose, Cancelled);
            return new FaceConnection { Endpoint = emulator.Endpoint, CredentialKind = CredentialKind.Key, Secret = emulator.Key.Copy(), IsEmulator = true, ApiVersion = ApiVersion };
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, null));
            throw;
        }
    }

    private FaceConnection ReadEnvironment()
    {
        string? endpoint = Environment.GetEnvironmentVariable("FACE_ENDPOINT");
        string? key = Environment.GetEnvironmentVariable("FACE_APIKEY");
        if (string.IsNullOrWhiteSpace(endpoint) || string.IsNullOrWhiteSpace(key))
        {
            Stop("EnvironmentIncomplete", $"Without parameters, Connect-AzFace reads the environment variables FACE_ENDPOINT and FACE_APIKEY; {(string.IsNullOrWhiteSpace(endpoint) ? "FACE_ENDPOINT" : "FACE_APIKEY")} is not set. Set it, or use -Endpoint with -Key or -UseDefaultCredential, or -Emulator.", ErrorCategory.InvalidArgument);
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri))
        {
            Stop("InvalidEndpoint", $"FACE_ENDPOINT is '{endpoint}', which is not an address like https://contoso.cognitiveservices.azure.com.", ErrorCategory.InvalidArgument, endpoint);
        }

        return Checked(uri!, CredentialKind.Key, SecretTransformationAttribute.ToSecureString(key!));
    }

    private FaceConnection Checked(Uri endpoint, CredentialKind kind, SecureString? secret)
    {
        // "contoso.cognitiveservices.azure.com" is what people paste.
        Uri full = endpoint.IsAbsoluteUri || !Uri.TryCreate("https://" + endpoint.OriginalString, UriKind.Absolute, out Uri? guessed) ? endpoint : guessed;
        if (EndpointRules.Violation(full, kind) is { } violation)
        {
            Stop(violation.Id, violation.Message, ErrorCategory.InvalidArgument, endpoint);
        }

        if (secret is { Length: 0 })
        {
            Stop("EmptySecret", $"The {(kind == CredentialKind.Key ? "key" : "token")} is empty.", ErrorCategory.InvalidArgument);
        }

        Uri bare = EndpointRules.WithoutPath(full);
        if (full.AbsolutePath.Length > 1)
        {
            WriteVerbose($"The path '{full.AbsolutePath}' is taken off the endpoint: {bare}");
        }

        return new FaceConnection { Endpoint = bare, CredentialKind = kind, Secret = secret, Tier = Tier, ApiVersion = ApiVersion };
    }
}
