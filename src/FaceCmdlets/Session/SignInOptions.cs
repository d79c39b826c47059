using System.Security.Cryptography.X509Certificates;

namespace FaceCmdlets;

/// <summary>Who asks for tokens, where, for what, and how long at most. No secret but the certificate's key.</summary>
internal sealed class SignInOptions : IDisposable
{
    public required FaceCloud Cloud { get; init; }

    /// <summary>Where tokens come from: the cloud's, or one of one's own.</summary>
    public required Uri Authority { get; init; }

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether <see cref="Certificate"/> was opened here, and is closed here.</summary>
    public bool OwnsCertificate { get; init; }

    /// <summary>The file whose token is exchanged for one of Microsoft Entra.</summary>
    public string? FederatedTokenFile { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>The authority is none that Microsoft's directory of clouds knows.</summary>
    public bool IsPrivateAuthority => !FaceCloud.All.Any(cloud => cloud.Authority.Host.Equals(Authority.Host, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        if (OwnsCertificate)
        {
            Certificate?.Dispose();
        }
    }
}
