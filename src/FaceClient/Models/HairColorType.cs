using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Colour of hair.</summary>
public readonly partial struct HairColorType : IEquatable<HairColorType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public HairColorType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "unknown".</summary>
    public static HairColorType UnknownHairColor { get; } = new("unknown");

    /// <summary>The service's "white".</summary>
    public static HairColorType White { get; } = new("white");

    /// <summary>The service's "gray".</summary>
    public static HairColorType Gray { get; } = new("gray");

    /// <summary>The service's "blond".</summary>
    public static HairColorType Blond { get; } = new("blond");

    /// <summary>The service's "brown".</summary>
    public static HairColorType Brown { get; } = new("brown");

    /// <summary>The service's "red".</summary>
    public static HairColorType Red { get; } = new("red");

    /// <summary>The service's "black".</summary>
    public static HairColorType Black { get; } = new("black");

    /// <summary>The service's "other".</summary>
    public static HairColorType Other { get; } = new("other");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator HairColorType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(HairColorType left, HairColorType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(HairColorType left, HairColorType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is HairColorType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(HairColorType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
