using System.Net;
using System.Security;

namespace FaceCmdlets;

/// <summary>What Connect-AzFace was told: where to, as whom. The secret stays a SecureString until it is sent.</summary>
internal sealed class FaceConnection : IDisposable
{
    public const string DefaultApiVersion = "v1.2";

    public const string PreviewApiVersion = "v1.3-preview.1";

    public required Uri Endpoint { get; init; }

    public required CredentialKind CredentialKind { get; init; }

    public SecureString? Secret { get; init; }

    public FaceTier? Tier { get; init; }

    public bool IsEmulator { get; init; }

    public string ApiVersion { get; init; } = DefaultApiVersion;

    public string RevealSecret() => new NetworkCredential(string.Empty, Secret).Password;

    public void Dispose() => Secret?.Dispose();
}

/// <summary>Ways to authenticate.</summary>
internal enum CredentialKind
{
    Key,
    DefaultAzureCredential,
    AccessToken,
}
