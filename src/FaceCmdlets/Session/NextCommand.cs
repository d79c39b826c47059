using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>The commands that errors tell to type next. What a reader has to fill in stands in capitals; a secret never stands in them.</summary>
internal static class NextCommand
{
    public const string ConnectEmulator = "Connect-AzFace -Emulator";
    public const string ListResources = "Get-AzCognitiveServicesAccount | Select-Object AccountName, Endpoint";

    public const string AskCertificatePassword = "(Read-Host Password -AsSecureString)";

    /// <summary>What every connection may have.</summary>
    private static readonly string[] OfEach = ["Name", "Tier", "ApiVersion"];

    /// <summary>What says who signs in, where, and for how long.</summary>
    private static readonly string[] OfSomeSignIn = ["TenantId", "ClientId", "Credential", "CertificatePath", "CertificatePassword", "CertificateThumbprint", "Certificate", "FederatedTokenFile", "Cloud", "Authority", "CredentialTimeout"];

    /// <summary>A connection for whoever has none: what this session and machine know decides which.</summary>
    public static string ConnectSomewhere()
    {
        return FaceSession.Current.Contexts switch
        {
            [] => ConnectAnew(),
            [var other] => $"Select-AzFaceContext {Quoted(other.Name)}",
            _ => "Get-AzFaceContext -ListAvailable",
        };
    }

    /// <summary>A connection by the environment where that has one, else with whatever credential this machine has.</summary>
    public static string ConnectAnew()
    {
        return string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("FACE_ENDPOINT")) || string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("FACE_APIKEY"))
            ? "Connect-AzFace https://NAME.cognitiveservices.azure.com -UseDefaultCredential"
            : "Connect-AzFace";
    }

    /// <summary>The same connection again as it was typed, but for secrets: or one to another endpoint, by another credential, with other arguments.</summary>
    public static string Connect(FaceConnection connection, string? endpoint = null, CredentialKind? kind = null, params (string Parameter, string Argument)[] instead)
    {
        var typed = new Dictionary<string, string>(connection.Typed);
        foreach ((string parameter, string argument) in instead)
        {
            typed[parameter] = argument;
        }

        CredentialKind by = kind ?? connection.CredentialKind;
        string to = endpoint ?? connection.Endpoint.GetLeftPart(UriPartial.Authority);
        IEnumerable<string> kept = Kept(by);
        if (by != connection.CredentialKind)
        {
            // A managed identity's id is no application's, and another way takes another time.
            kept = kept.Except(connection.CredentialKind is CredentialKind.ManagedIdentity or CredentialKind.DefaultAzureCredential ? ["ClientId", "CredentialTimeout"] : ["CredentialTimeout"]);
        }

        if (Uri.TryCreate(to, UriKind.Absolute, out Uri? address) && FaceCloud.Of(address) is not null)
        {
            // The endpoint says it.
            kept = kept.Except(["Cloud"]);
        }

        return connection.IsEmulator || EmulatorProcess.Running.Any(emulator => emulator.Endpoint == connection.Endpoint)
            ? ConnectEmulator + Arguments(OfEach)
            : $"Connect-AzFace {Quoted(to)}{By(by, typed)}{Arguments(kept)}{Arguments(OfEach)}";

        string Arguments(IEnumerable<string> names) => string.Concat(names.Where(typed.ContainsKey).Select(name => $" -{name} {typed[name]}"));
    }

    /// <summary>The arguments of Connect-AzFace that may be shown and typed again; no secret is among them.</summary>
    public static IReadOnlyDictionary<string, string> Typed(InvocationInfo invocation)
    {
        var typed = new Dictionary<string, string>();
        foreach ((string name, object value) in invocation.BoundParameters.Where(bound => OfEach.Contains(bound.Key) || OfSomeSignIn.Contains(bound.Key)))
        {
            string? argument = name switch
            {
                "Credential" => Quoted(((PSCredential)value).UserName),
                "Certificate" => "(Get-PfxCertificate FILE)",
                "CertificatePassword" => AskCertificatePassword,
                "Authority" => Quoted(((Uri)value).OriginalString),
                _ => Argument(value),
            };
            if (argument is not null)
            {
                typed[name] = argument;
            }
        }

        return typed;
    }

    /// <summary>Signing in with Az.Accounts, in the tenant and the cloud that are meant.</summary>
    public static string ConnectAzAccount(SignInOptions signIn) =>
        "Connect-AzAccount" + (signIn.TenantId is null ? string.Empty : $" -Tenant {Quoted(signIn.TenantId)}") + (signIn.Cloud.Name == FaceCloud.Public ? string.Empty : $" -Environment {signIn.Cloud.Name}");

    public static string Train(string collection, bool isList, bool standard) =>
        $"Start-AzFaceTraining {(isList ? "-FaceList " : string.Empty)}{Quoted(collection)}{(standard ? " -Standard" : string.Empty)} | Wait-AzFaceTraining";

    /// <summary>What a collection without faces needs before its training.</summary>
    public static string AddFaces(string collection, bool isList, bool standard) =>
        $"{(isList ? $"Add-AzFaceListFace {Quoted(collection)}" : $"Add-AzFacePersonFace {Quoted(collection)} NAME")} PICTURE{LookupWords.Switch(standard)}";

    /// <summary>The same command with the arguments that were typed, but for some; what has no short text is left out.</summary>
    public static string Again(InvocationInfo invocation, params string[] without)
    {
        IEnumerable<string> arguments = invocation.BoundParameters
            .Where(bound => !without.Contains(bound.Key) && !Cmdlet.CommonParameters.Contains(bound.Key) && !Cmdlet.OptionalCommonParameters.Contains(bound.Key))
            .Select(bound => bound.Value is SwitchParameter given ? (given ? $" -{bound.Key}" : string.Empty) : Argument(bound.Value) is { } argument ? $" -{bound.Key} {argument}" : string.Empty);
        // An object that was given knows of itself that it is a small one; its id does not.
        bool isSmall = !invocation.BoundParameters.ContainsKey("Standard")
            && invocation.BoundParameters.Values.Any(value => value is FaceCollectionReference { Standard: true } || (value is FaceCollectionReference[] several && Array.Exists(several, one => one.Standard == true)));
        return invocation.MyCommand.Name + string.Concat(arguments) + LookupWords.Switch(isSmall);
    }

    /// <summary>The same command with one argument more. What the pipeline brings is no argument yet: there, the whole pipeline as it was typed.</summary>
    public static string AgainWith(InvocationInfo invocation, string argument)
    {
        if (!invocation.ExpectingInput)
        {
            return $"{Again(invocation)} {argument}";
        }

        int start = invocation.OffsetInLine - 1;
        Ast? command = Parser.ParseInput(invocation.Line ?? string.Empty, out _, out _).Find(ast => ast is CommandAst && ast.Extent.StartOffset == start, searchNestedScriptBlocks: true);
        return command?.Parent is PipelineAst { PipelineElements.Count: > 1 } pipeline && pipeline.PipelineElements[0] != command
            ? pipeline.Extent.Text.Insert(command.Extent.EndOffset - pipeline.Extent.StartOffset, $" {argument}")
            : $"Get-{((CmdletInfo)invocation.MyCommand).Noun} ID | {Again(invocation)} {argument}";
    }

    /// <summary>As an argument: in quotes where it needs them.</summary>
    public static string Quoted(string text) =>
        text.Length > 0 && text[0] is not ('-' or '@' or '#') && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '\\' or ':' or '~') && !IsNumber(text) ? text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>Whether the language reads it as a number: 007 as 7, 1e3 as 1000.</summary>
    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] == '.')
        && Parser.ParseInput("_ " + text, out _, out _).Find(ast => ast is ConstantExpressionAst and not StringConstantExpressionAst, searchNestedScriptBlocks: false) is not null;

    /// <summary>What names the credential, with what it cannot do without.</summary>
    private static string By(CredentialKind kind, Dictionary<string, string> typed)
    {
        return kind switch
        {
            CredentialKind.Key => " -Key (Read-Host Key -AsSecureString)",
            CredentialKind.AccessToken => " -AccessToken (Read-Host Token -AsSecureString)",
            CredentialKind.ManagedIdentity => " -ManagedIdentity",
            CredentialKind.ServicePrincipalSecret => $" -TenantId {Or("TenantId", "TENANT")} -Credential {Or("Credential", Or("ClientId", "CLIENT"))}",
            CredentialKind.ServicePrincipalCertificate => $" -TenantId {Or("TenantId", "TENANT")} -ClientId {Or("ClientId", "CLIENT")}" + Certificate(),
            CredentialKind.WorkloadIdentity => " -WorkloadIdentity",
            CredentialKind.Interactive => " -Interactive",
            CredentialKind.DeviceCode => " -UseDeviceCode",
            CredentialKind.AzContext => " -UseAzContext",
            _ => " -UseDefaultCredential",
        };

        string Or(string parameter, string placeholder) => typed.GetValueOrDefault(parameter, placeholder);

        string Certificate() => typed.TryGetValue("CertificatePath", out string? file) ? $" -CertificatePath {file}{(typed.TryGetValue("CertificatePassword", out string? ask) ? $" -CertificatePassword {ask}" : string.Empty)}"
            : typed.TryGetValue("Certificate", out string? certificate) ? $" -Certificate {certificate}"
            : $" -CertificateThumbprint {Or("CertificateThumbprint", "THUMBPRINT")}";
    }

    /// <summary>What else goes with the credential.</summary>
    private static IEnumerable<string> Kept(CredentialKind kind) => kind switch
    {
        CredentialKind.Key or CredentialKind.AccessToken => [],
        CredentialKind.ManagedIdentity => ["ClientId", "Cloud", "Authority", "CredentialTimeout"],
        CredentialKind.ServicePrincipalSecret or CredentialKind.ServicePrincipalCertificate => ["Cloud", "Authority", "CredentialTimeout"],
        CredentialKind.WorkloadIdentity => ["TenantId", "ClientId", "FederatedTokenFile", "Cloud", "Authority", "CredentialTimeout"],
        CredentialKind.AzContext => ["TenantId", "Cloud", "CredentialTimeout"],
        _ => ["TenantId", "ClientId", "Cloud", "Authority", "CredentialTimeout"],
    };

    private static string? Argument(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        string text => Quoted(text),
        FaceCollectionReference named => Quoted(named.IdOrName),
        Enum or Guid or TimeSpan => value!.ToString(),
        IConvertible number => Convert.ToString(number, CultureInfo.InvariantCulture),
        IList { Count: > 0 } several when several.Cast<object?>().Select(Argument).ToArray() is var arguments && !arguments.Contains(null) => string.Join(", ", arguments),
        _ => null,
    };
}
