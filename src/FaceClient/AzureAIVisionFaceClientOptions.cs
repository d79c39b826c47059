using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>Options of the clients in this namespace: service version, and Azure.Core's retry, transport and diagnostics.</summary>
public class AzureAIVisionFaceClientOptions : ClientOptions
{
    private const ServiceVersion LatestVersion = ServiceVersion.V1_2;

    /// <summary>Versions of the Face REST API that this client speaks.</summary>
    public enum ServiceVersion
    {
#pragma warning disable CA1707 // The official package's names have underscores.
        /// <summary>The "v1.1-preview.1" version.</summary>
        V1_1_Preview_1 = 1,

        /// <summary>The "v1.2-preview.1" version.</summary>
        V1_2_Preview_1 = 2,

        /// <summary>The "v1.2" version, generally available since January 2025.</summary>
        V1_2 = 3,

        /// <summary>The "v1.3-preview.1" version.</summary>
        V1_3_Preview_1 = 4,
#pragma warning restore CA1707
    }

    /// <summary>Creates options for a version of the service.</summary>
    /// <param name="version">The version to speak; v1.2 unless said otherwise.</param>
    /// <exception cref="NotSupportedException">The version is not one of <see cref="ServiceVersion"/>.</exception>
    public AzureAIVisionFaceClientOptions(ServiceVersion version = LatestVersion)
    {
        Requested = version;
        Version = version switch
        {
            ServiceVersion.V1_1_Preview_1 => "v1.1-preview.1",
            ServiceVersion.V1_2_Preview_1 => "v1.2-preview.1",
            ServiceVersion.V1_2 => "v1.2",
            ServiceVersion.V1_3_Preview_1 => "v1.3-preview.1",
            _ => throw new NotSupportedException($"The service version {version} is not supported."),
        };
    }

    /// <summary>The version as its name in the address.</summary>
    internal string Version { get; }

    internal ServiceVersion Requested { get; }
}
