using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Kind of accessory.</summary>
public readonly partial struct AccessoryType : IEquatable<AccessoryType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public AccessoryType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "headwear".</summary>
    public static AccessoryType Headwear { get; } = new("headwear");

    /// <summary>The service's "glasses".</summary>
    public static AccessoryType Glasses { get; } = new("glasses");

    /// <summary>The service's "mask".</summary>
    public static AccessoryType Mask { get; } = new("mask");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator AccessoryType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(AccessoryType left, AccessoryType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(AccessoryType left, AccessoryType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is AccessoryType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(AccessoryType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
