using System.Net;
using System.Security;

namespace FaceCmdlets;

/// <summary>What Connect-AzFace was told: where to, as whom. The secret stays a SecureString until it is sent.</summary>
internal sealed class FaceConnection : IDisposable
{
    public const string DefaultApiVersion = "v1.2";

    public const string PreviewApiVersion = "v1.3-preview.1";

    /// <summary>What the session knows the connection by.</summary>
    public required string Name { get; init; }

    public required Uri Endpoint { get; init; }

    public required CredentialKind CredentialKind { get; init; }

    /// <summary>The key, the token or the client's secret; null where the kind has none.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>How to come by tokens; null with a key.</summary>
    public SignInOptions? SignIn { get; init; }

    public FaceTier? Tier { get; init; }

    public bool IsEmulator { get; init; }

    public string ApiVersion { get; init; } = DefaultApiVersion;

    /// <summary>What Connect-AzFace was told, by parameter, as one types it again; no secret.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>What the requests want done by whichever command waits for them.</summary>
    public PipelineErrands Errands { get; } = new();

    public string RevealSecret() => new NetworkCredential(string.Empty, Secret).Password;

    public void Dispose()
    {
        Secret?.Dispose();
        SignIn?.Dispose();
    }
}
