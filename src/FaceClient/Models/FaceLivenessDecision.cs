using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Whether a living person was in front of the camera.</summary>
public readonly partial struct FaceLivenessDecision : IEquatable<FaceLivenessDecision>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceLivenessDecision(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "uncertain".</summary>
    public static FaceLivenessDecision Uncertain { get; } = new("uncertain");

    /// <summary>The service's "realface".</summary>
    public static FaceLivenessDecision RealFace { get; } = new("realface");

    /// <summary>The service's "spoofface": a picture, a screen, a mask.</summary>
    public static FaceLivenessDecision SpoofFace { get; } = new("spoofface");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceLivenessDecision(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceLivenessDecision left, FaceLivenessDecision right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceLivenessDecision left, FaceLivenessDecision right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceLivenessDecision other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceLivenessDecision other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
