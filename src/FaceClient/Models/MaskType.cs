using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Kind of mask.</summary>
public readonly partial struct MaskType : IEquatable<MaskType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public MaskType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "faceMask".</summary>
    public static MaskType FaceMask { get; } = new("faceMask");

    /// <summary>The service's "noMask".</summary>
    public static MaskType NoMask { get; } = new("noMask");

    /// <summary>The service's "otherMaskOrOcclusion".</summary>
    public static MaskType OtherMaskOrOcclusion { get; } = new("otherMaskOrOcclusion");

    /// <summary>The service's "uncertain".</summary>
    public static MaskType Uncertain { get; } = new("uncertain");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator MaskType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(MaskType left, MaskType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(MaskType left, MaskType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is MaskType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(MaskType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
