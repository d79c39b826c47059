using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;

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
    private const string WithManagedIdentity = "ManagedIdentity";
    private const string WithClientSecret = "ClientSecret";
    private const string WithCredential = "Credential";
    private const string WithCertificateFile = "CertificateFile";
    private const string WithCertificateThumbprint = "CertificateThumbprint";
    private const string WithCertificate = "Certificate";
    private const string WithWorkloadIdentity = "WorkloadIdentity";
    private const string WithFederatedToken = "FederatedToken";
    private const string WithBrowser = "Interactive";
    private const string WithDeviceCode = "DeviceCode";
    private const string WithAzContext = "AzContext";
    private const string WithEmulator = "Emulator";

    /// <summary>How long anything that asks nobody may take to give a token. Probing for what is not there would go on for a minute and more.</summary>
    private static readonly TimeSpan UnattendedTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BrowserTimeout = TimeSpan.FromMinutes(5);

    /// <summary>A device code is good for so long (Microsoft Entra, OAuth 2.0 device authorization grant).</summary>
    private static readonly TimeSpan DeviceCodeTimeout = TimeSpan.FromMinutes(15);

    /// <summary>The resource's endpoint, such as https://contoso.cognitiveservices.azure.com.</summary>
    [Parameter(Position = 0, ParameterSetName = FromEnvironment)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithKey)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithAccessToken)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithDefaultCredential)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithManagedIdentity)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithClientSecret)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCredential)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCertificateFile)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCertificateThumbprint)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCertificate)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithWorkloadIdentity)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithFederatedToken)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithBrowser)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithDeviceCode)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithAzContext)]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>The resource's key: a SecureString, or a string, which a shell's history may keep.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = WithKey)]
    [SecretTransformation]
    [ArgumentCompleter(typeof(SecretCompleter))]
    [ValidateNotNull]
    public SecureString? Key { get; set; }

    /// <summary>Signs in as whoever this machine or session is: environment, managed identity, Azure CLI, Azure PowerShell and others in turn.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithDefaultCredential)]
    public SwitchParameter UseDefaultCredential { get; set; }

    /// <summary>A Microsoft Entra token for https://cognitiveservices.azure.com: a SecureString, or a string.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithAccessToken)]
    [SecretTransformation]
    [ArgumentCompleter(typeof(SecretCompleter))]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>Signs in as the managed identity of the machine, app or container; with -ClientId as a user-assigned one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithManagedIdentity)]
    [Alias("Identity")]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>Says that -TenantId, -ClientId and a secret or certificate are those of a service principal, as Connect-AzAccount wants it; they say so themselves.</summary>
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithClientSecret)]
    [Parameter(ParameterSetName = WithCredential)]
    [Parameter(ParameterSetName = WithCertificateFile)]
    [Parameter(ParameterSetName = WithCertificateThumbprint)]
    [Parameter(ParameterSetName = WithCertificate)]
    public SwitchParameter ServicePrincipal { get; set; }

    /// <summary>The service principal's secret: a SecureString, or a string.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithClientSecret)]
    [SecretTransformation(KeepBlanks = true)]
    [ArgumentCompleter(typeof(SecretCompleter))]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The service principal's client id as user name, and its secret as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCredential)]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>A PFX file, or a PEM file with certificate and private key, that the service principal signs in with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateFile)]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>Opens the file of -CertificatePath: a SecureString, or a string.</summary>
    [Parameter(ParameterSetName = WithCertificateFile)]
    [SecretTransformation(KeepBlanks = true)]
    [ArgumentCompleter(typeof(SecretCompleter))]
    [ValidateNotNull]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Names the service principal's certificate in the user's or the machine's store.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateThumbprint)]
    [ArgumentCompleter(typeof(CertificateCompleter))]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>The service principal's certificate with its private key, from Get-PfxCertificate or the Cert: drive.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCertificate)]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Signs in with the token that Kubernetes or a CI service puts into a file. AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_ID and AZURE_TENANT_ID say what no parameter says.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    public SwitchParameter WorkloadIdentity { get; set; }

    /// <summary>The file with the token that is exchanged for one of Microsoft Entra.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithFederatedToken)]
    [ValidateNotNullOrEmpty]
    public string? FederatedTokenFile { get; set; }

    /// <summary>Signs in with the browser of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithBrowser)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>Shows a code to type in at a browser anywhere.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithDeviceCode)]
    [Alias("UseDeviceAuthentication", "DeviceCode")]
    public SwitchParameter UseDeviceCode { get; set; }

    /// <summary>Signs in as Connect-AzAccount did, by Get-AzAccessToken of Az.Accounts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithAzContext)]
    public SwitchParameter UseAzContext { get; set; }

    /// <summary>Connects to the emulator of this process, and starts one where none runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithEmulator)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>The Microsoft Entra tenant: its id or its domain.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithClientSecret)]
    [Parameter(Mandatory = true, ParameterSetName = WithCredential)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateFile)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateThumbprint)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificate)]
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    [Parameter(ParameterSetName = WithBrowser)]
    [Parameter(ParameterSetName = WithDeviceCode)]
    [Parameter(ParameterSetName = WithAzContext)]
    [Alias("Tenant")]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TenantId { get; set; }

    /// <summary>The application's id; with -ManagedIdentity the client id or the resource id of a user-assigned identity.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithClientSecret)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateFile)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificateThumbprint)]
    [Parameter(Mandatory = true, ParameterSetName = WithCertificate)]
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithManagedIdentity)]
    [Parameter(ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    [Parameter(ParameterSetName = WithBrowser)]
    [Parameter(ParameterSetName = WithDeviceCode)]
    [Alias("ApplicationId", "AccountId")]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The cloud that the resource is in, where the endpoint does not say: AzureCloud, AzureUSGovernment or AzureChinaCloud.</summary>
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithManagedIdentity)]
    [Parameter(ParameterSetName = WithClientSecret)]
    [Parameter(ParameterSetName = WithCredential)]
    [Parameter(ParameterSetName = WithCertificateFile)]
    [Parameter(ParameterSetName = WithCertificateThumbprint)]
    [Parameter(ParameterSetName = WithCertificate)]
    [Parameter(ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    [Parameter(ParameterSetName = WithBrowser)]
    [Parameter(ParameterSetName = WithDeviceCode)]
    [Parameter(ParameterSetName = WithAzContext)]
    [Alias("Environment")]
    [ValidateSet(FaceCloud.Public, FaceCloud.UsGovernment, FaceCloud.China)]
    public string? Cloud { get; set; }

    /// <summary>Where tokens come from, instead of the cloud's own authority: for private clouds. AZURE_AUTHORITY_HOST says the same.</summary>
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithManagedIdentity)]
    [Parameter(ParameterSetName = WithClientSecret)]
    [Parameter(ParameterSetName = WithCredential)]
    [Parameter(ParameterSetName = WithCertificateFile)]
    [Parameter(ParameterSetName = WithCertificateThumbprint)]
    [Parameter(ParameterSetName = WithCertificate)]
    [Parameter(ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    [Parameter(ParameterSetName = WithBrowser)]
    [Parameter(ParameterSetName = WithDeviceCode)]
    [ArgumentCompleter(typeof(AuthorityCompleter))]
    [ValidateNotNull]
    public Uri? Authority { get; set; }

    /// <summary>How many seconds signing in may take: 20, with -Interactive 300, with -UseDeviceCode 900, unless said otherwise.</summary>
    [Parameter(ParameterSetName = FromEnvironment, DontShow = true)]
    [Parameter(ParameterSetName = WithDefaultCredential)]
    [Parameter(ParameterSetName = WithManagedIdentity)]
    [Parameter(ParameterSetName = WithClientSecret)]
    [Parameter(ParameterSetName = WithCredential)]
    [Parameter(ParameterSetName = WithCertificateFile)]
    [Parameter(ParameterSetName = WithCertificateThumbprint)]
    [Parameter(ParameterSetName = WithCertificate)]
    [Parameter(ParameterSetName = WithWorkloadIdentity)]
    [Parameter(ParameterSetName = WithFederatedToken)]
    [Parameter(ParameterSetName = WithBrowser)]
    [Parameter(ParameterSetName = WithDeviceCode)]
    [Parameter(ParameterSetName = WithAzContext)]
    [ValidateRange(1, 3600)]
    public int CredentialTimeout { get; set; }

    /// <summary>What Select-AzFaceContext and -Context know the connection by; taken from the endpoint unless said otherwise.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The resource's pricing tier: F0 (20 calls a minute) or S0 (10 a second). Without it, the rate is found out.</summary>
    [Parameter]
    public FaceTier? Tier { get; set; }

    /// <summary>Version of the Face API to speak: v1.2 (the default), or v1.3-preview.1, whose liveness sessions can do more.</summary>
    [Parameter]
    [ValidateSet(FaceConnection.DefaultApiVersion, FaceConnection.PreviewApiVersion)]
    public string ApiVersion { get; set; } = FaceConnection.DefaultApiVersion;

    /// <summary>Hands the connection out, for -Context of other cmdlets.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether something is said of who signs in. On its own that is taken only to say what it goes with.</summary>
    private bool NamesWhoSignsIn => (TenantId ?? ClientId ?? Cloud) is not null || Authority is not null || CredentialTimeout > 0 || ServicePrincipal;

    /// <summary>Whether that is a service principal, whose secret or certificate was left out.</summary>
    private bool LacksSecret => ServicePrincipal || (TenantId is not null && ClientId is not null);

    /// <summary>The cloud that is meant where the endpoint says none.</summary>
    private FaceCloud MeantCloud => FaceCloud.Named(Cloud ?? FaceCloud.Public);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            Use(new FaceContext(ParameterSetName switch
            {
                FromEnvironment => ReadEnvironment(),
                WithEmulator => ToEmulator(),
                WithKey => Checked(Endpoint!, CredentialKind.Key, Key),
                WithAccessToken => Checked(Endpoint!, CredentialKind.AccessToken, AccessToken),
                WithDefaultCredential => Checked(Endpoint!, CredentialKind.DefaultAzureCredential),
                WithManagedIdentity => Checked(Endpoint!, CredentialKind.ManagedIdentity),
                WithClientSecret => Checked(Endpoint!, CredentialKind.ServicePrincipalSecret, ClientSecret),
                WithCredential => Checked(Endpoint!, CredentialKind.ServicePrincipalSecret, Credential!.Password),
                WithBrowser => Checked(Endpoint!, CredentialKind.Interactive),
                WithDeviceCode => Checked(Endpoint!, CredentialKind.DeviceCode),
                WithAzContext => Checked(Endpoint!, CredentialKind.AzContext),
                WithWorkloadIdentity or WithFederatedToken => Checked(Endpoint!, CredentialKind.WorkloadIdentity),
                _ => Checked(Endpoint!, CredentialKind.ServicePrincipalCertificate),
            }));
        }
        catch (FaceServiceException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, Endpoint));
        }
    }

    private void Use(FaceContext context)
    {
        // Who is named, or asked, signs in now. DefaultAzureCredential looks around in many places: when a token is first needed.
        if (ParameterSetName is not (FromEnvironment or WithKey or WithAccessToken or WithDefaultCredential or WithEmulator))
        {
            if (Interactive)
            {
                WriteInformation(new HostInformationMessage { Message = "Sign in with the browser that opens now. Where none opens: Ctrl+C, then Connect-AzFace -UseDeviceCode." }, ["PSHOST"]);
            }

            WriteVerbose($"Signing in ({context.Credential}) in {context.Cloud} for {context.Endpoint}.");
            SignIn(context);
        }

        FaceSession.Current.Select(context);
        WriteVerbose($"Connected to {context} as '{context.Name}'. The first request will show whether the service accepts it; Test-AzFaceConnection asks now.");
        if (PassThru)
        {
            WriteObject(context);
        }
    }

    private void SignIn(FaceContext context)
    {
        bool signedIn = false;
        try
        {
            WaitFor(context.Service.SignInAsync(Cancelled), () => context.Errands.Do(this));
            signedIn = true;
        }
        finally
        {
            if (!signedIn)
            {
                context.Dispose();
            }
        }
    }

    private FaceConnection ToEmulator()
    {
        EmulatorProcess emulator = EmulatorProcess.Own ?? EmulatorProcess.Start(new EmulatorOptions { WorkingFolder = SessionState.Path.CurrentFileSystemLocation.ProviderPath }, WriteVerbose, Cancelled);
        return new FaceConnection { Name = Name ?? "emulator", Endpoint = emulator.Endpoint, CredentialKind = CredentialKind.Key, Secret = emulator.Key.Copy(), IsEmulator = true, Tier = Tier, ApiVersion = ApiVersion, Typed = NextCommand.Typed(MyInvocation) };
    }

    private FaceConnection ReadEnvironment()
    {
        string? endpoint = Environment.GetEnvironmentVariable("FACE_ENDPOINT");
        string? key = Environment.GetEnvironmentVariable("FACE_APIKEY");
        if (Endpoint is not null || NamesWhoSignsIn)
        {
            CheckEndpoint(Endpoint, LacksSecret ? CredentialKind.ServicePrincipalSecret : NamesWhoSignsIn ? CredentialKind.DefaultAzureCredential : CredentialKind.Key);
            return Checked(Endpoint!, CredentialKind.Key, KeyOf(endpoint, key));
        }

        if (string.IsNullOrWhiteSpace(endpoint) || string.IsNullOrWhiteSpace(key))
        {
            Stop("EnvironmentIncomplete", $"Without parameters, Connect-AzFace reads the environment variables FACE_ENDPOINT and FACE_APIKEY; {(string.IsNullOrWhiteSpace(endpoint) ? "FACE_ENDPOINT" : "FACE_APIKEY")} is not set. Set it, or use -Endpoint with -Key or -UseDefaultCredential, or -Emulator.", ErrorCategory.InvalidArgument, null, NextCommand.ConnectAnew());
        }

        return Checked(new Uri(endpoint!.Trim(), UriKind.RelativeOrAbsolute), CredentialKind.Key, SecretTransformationAttribute.ToSecureString(key!.Trim()));
    }

    /// <summary>The environment's key, for the endpoint that is named; where there is none for it, nobody said who connects.</summary>
    private SecureString KeyOf(string? endpoint, string? key)
    {
        // A key goes to nobody but the resource that it was set for.
        bool same = Endpoint is not null && (string.IsNullOrWhiteSpace(endpoint) || (Uri.TryCreate(endpoint.Trim(), UriKind.RelativeOrAbsolute, out Uri? set) && WithScheme(set) is { IsAbsoluteUri: true } own && WithScheme(Endpoint) is { IsAbsoluteUri: true } full && own.Authority == full.Authority));
        if (!NamesWhoSignsIn && same && !string.IsNullOrWhiteSpace(key))
        {
            WriteVerbose("The key is that of the environment variable FACE_APIKEY.");
            return SecretTransformationAttribute.ToSecureString(key.Trim());
        }

        Uri asked = Endpoint is null ? new Uri($"https://NAME.{MeantCloud.Suffix}") : WithScheme(Endpoint);
        string to = Endpoint is null ? asked.OriginalString : asked.GetLeftPart(UriPartial.Authority);
        if (LacksSecret)
        {
            string credential = NextCommand.Connect(Asked(asked, CredentialKind.ServicePrincipalSecret), to);
            Stop("NoCredential", $"Nothing says who connects: a service principal needs also -ClientSecret, -Credential, -CertificatePath, -CertificateThumbprint or -Certificate. {credential} asks for its secret.", ErrorCategory.InvalidArgument, Endpoint, credential);
        }

        string next = NextCommand.Connect(Asked(asked, CredentialKind.DefaultAzureCredential), to);
        string withKey = NextCommand.Connect(Asked(asked, CredentialKind.Key), to);
        string other = same || string.IsNullOrWhiteSpace(key) || Endpoint is null || NamesWhoSignsIn ? string.Empty : " FACE_APIKEY is not used: it belongs to FACE_ENDPOINT, which is another.";
        Stop("NoCredential", $"Nothing says who connects. With your sign-in: {next}. With the resource's key: {withKey}.{other}", ErrorCategory.InvalidArgument, Endpoint, next);
        return null!;
    }

    private static Uri WithScheme(Uri endpoint) =>
        // "contoso.cognitiveservices.azure.com" is what people paste.
        endpoint.IsAbsoluteUri || !Uri.TryCreate("https://" + endpoint.OriginalString, UriKind.Absolute, out Uri? guessed) ? endpoint : guessed;

    private void CheckEndpoint(Uri? endpoint, CredentialKind kind)
    {
        if (endpoint is null)
        {
            return;
        }

        if (EndpointRules.KeyInItsPlace(endpoint) is { } swapped)
        {
            Stop(swapped.Id, swapped.Message, ErrorCategory.InvalidArgument, null, NextCommand.ConnectAnew());
        }

        Uri full = WithScheme(endpoint);
        if ((EndpointRules.BareName(endpoint, kind, MeantCloud) ?? EndpointRules.Violation(full, kind, MeantCloud)) is { } violation)
        {
            string? next = violation.Meant is null ? null : NextCommand.Connect(Asked(full, kind), violation.Meant, violation.Credential);
            Stop(violation.Id, violation.Message, ErrorCategory.InvalidArgument, endpoint, next);
        }
    }

    /// <summary>What was asked for, as far as an error repeats it.</summary>
    private FaceConnection Asked(Uri endpoint, CredentialKind kind) => new() { Name = string.Empty, Endpoint = endpoint, CredentialKind = kind, Typed = NextCommand.Typed(MyInvocation) };

    private FaceConnection Checked(Uri endpoint, CredentialKind kind, SecureString? secret = null)
    {
        CheckEndpoint(endpoint, kind);
        Uri full = WithScheme(endpoint);
        if (secret is { Length: 0 })
        {
            string next = NextCommand.Connect(Asked(full, kind));
            Stop("EmptySecret", $"The {(kind == CredentialKind.Key ? "key" : kind == CredentialKind.AccessToken ? "token" : "client secret")} is empty (a variable that is not set?). Connect with: {next}.", ErrorCategory.InvalidArgument, null, next);
        }

        if (secret is not null && kind is CredentialKind.Key or CredentialKind.AccessToken && SecretRules.Strange(secret) is { } strange)
        {
            string what = kind == CredentialKind.Key ? "key" : "token", next = NextCommand.Connect(Asked(full, kind));
            Stop("InvalidSecret", $"The {what} holds a character that no {what} has: {strange}. Such come along, unseen, from where it was copied, such as a chat or a document. Take it from its source again: {next}.", ErrorCategory.InvalidArgument, null, next);
        }

        Uri bare = EndpointRules.WithoutPath(full);
        if (full.AbsolutePath.Length > 1)
        {
            WriteVerbose($"The path '{full.AbsolutePath}' is taken off the endpoint: {bare}");
        }

        return new FaceConnection
        {
            Name = Name ?? EndpointRules.NameOf(bare),
            Endpoint = bare,
            CredentialKind = kind,
            // The caller's own stays the caller's: Disconnect-AzFace forgets this one.
            Secret = secret?.Copy(),
            SignIn = kind is CredentialKind.Key or CredentialKind.AccessToken ? null : ReadSignIn(bare, kind),
            Tier = Tier,
            ApiVersion = ApiVersion,
            Typed = NextCommand.Typed(MyInvocation),
        };
    }

    private SignInOptions ReadSignIn(Uri endpoint, CredentialKind kind)
    {
        FaceCloud? apparent = FaceCloud.Of(endpoint);
        FaceCloud cloud = Cloud is null ? apparent ?? MeantCloud : MeantCloud;
        if (apparent is not null && apparent != cloud)
        {
            Stop("CloudMismatch", $"{endpoint.Host} is in {apparent.Name}, where a token of {cloud.Name} is worth nothing. Leave out -Cloud, or check the endpoint.", ErrorCategory.InvalidArgument, endpoint, NextCommand.Connect(Asked(endpoint, kind)));
        }

        string connect(string parameter, string argument) => NextCommand.Connect(Asked(endpoint, kind), instead: (parameter, argument));
        bool workload = kind == CredentialKind.WorkloadIdentity;
        return new SignInOptions
        {
            Cloud = cloud,
            Authority = ReadAuthority(cloud, connect) ?? cloud.Authority,
            TenantId = TenantId ?? (workload ? Needed("AZURE_TENANT_ID", nameof(TenantId), connect("TenantId", "TENANT")) : null),
            ClientId = Credential?.UserName ?? ClientId ?? (workload ? Needed("AZURE_CLIENT_ID", nameof(ClientId), connect("ClientId", "CLIENT")) : null),
            FederatedTokenFile = workload ? ReadTokenFile(connect) : null,
            Certificate = kind == CredentialKind.ServicePrincipalCertificate ? ReadCertificate(connect) : null,
            OwnsCertificate = Certificate is null,
            Timeout = CredentialTimeout > 0 ? TimeSpan.FromSeconds(CredentialTimeout) : kind switch
            {
                CredentialKind.Interactive => BrowserTimeout,
                CredentialKind.DeviceCode => DeviceCodeTimeout,
                _ => UnattendedTimeout,
            },
        };
    }

    private Uri? ReadAuthority(FaceCloud cloud, Func<string, string, string> connect)
    {
        Uri? authority = Authority;
        if (authority is null && Environment.GetEnvironmentVariable("AZURE_AUTHORITY_HOST") is { Length: > 0 } text)
        {
            _ = Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.RelativeOrAbsolute, out authority);
        }

        if (authority is not null && (!authority.IsAbsoluteUri || authority.Scheme != Uri.UriSchemeHttps))
        {
            string meant = Uri.TryCreate("https://" + authority.OriginalString.Split("://")[^1], UriKind.Absolute, out Uri? safe) ? safe.GetLeftPart(UriPartial.Authority) : cloud.Authority.GetLeftPart(UriPartial.Authority);
            Stop("InvalidAuthority", $"'{authority.OriginalString}' is no authority: it has to be an https address such as {cloud.Authority.GetLeftPart(UriPartial.Authority)}.", ErrorCategory.InvalidArgument, authority, connect("Authority", NextCommand.Quoted(meant)));
        }

        return authority;
    }

    private X509Certificate2 ReadCertificate(Func<string, string, string> connect) => ParameterSetName switch
    {
        WithCertificateFile => ClientCertificate.FromFile(FileOf(CertificatePath!, "CertificateUnusable", connect("CertificatePath", "FILE")), CertificatePassword, connect),
        WithCertificateThumbprint => ClientCertificate.FromStore(CertificateThumbprint!, connect),
        _ => ClientCertificate.Checked(Certificate!, $"'{Certificate!.Subject}'", connect),
    };

    private string ReadTokenFile(Func<string, string, string> connect)
    {
        string next = connect("FederatedTokenFile", "FILE");
        string file = FileOf(FederatedTokenFile ?? Needed("AZURE_FEDERATED_TOKEN_FILE", nameof(FederatedTokenFile), next), FaceServiceException.CredentialUnavailable, next);
        if (!File.Exists(file))
        {
            Stop(FaceServiceException.CredentialUnavailable, $"The token file '{file}' does not exist: this is no pod or job with a workload identity, or the file is elsewhere. Check -FederatedTokenFile or AZURE_FEDERATED_TOKEN_FILE.", ErrorCategory.ObjectNotFound, file, next);
        }

        return file;
    }

    private string Needed(string variable, string parameter, string next)
    {
        string? value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(value))
        {
            Stop(FaceServiceException.CredentialUnavailable, $"-WorkloadIdentity needs -{parameter}, or the environment variable {variable}, which is not set here.", ErrorCategory.InvalidArgument, null, next);
        }

        return value!;
    }

    private string FileOf(string path, string id, string next)
    {
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            Stop(id, $"'{path}' is in the provider {provider.Name}, and no file.", ErrorCategory.InvalidArgument, path, next);
        }

        return file;
    }
}
