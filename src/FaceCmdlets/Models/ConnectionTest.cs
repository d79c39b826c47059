namespace FaceCmdlets;

/// <summary>What Test-AzFaceConnection found.</summary>
public sealed class ConnectionTest
{
    internal ConnectionTest()
    {
    }

    /// <summary>The resource's endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Kind of credential.</summary>
    public required string Credential { get; init; }

    /// <summary>Version of the Face API.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Whether the service accepts endpoint, credential and version.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Code of what was wrong; null when nothing was.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What was wrong and what to do about it; null when nothing was.</summary>
    public string? Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => Succeeded ? $"{Endpoint}: succeeded" : $"{Endpoint}: {ErrorCode}";
}
