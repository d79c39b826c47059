using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Kind of glasses.</summary>
public readonly partial struct GlassesType : IEquatable<GlassesType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public GlassesType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "noGlasses".</summary>
    public static GlassesType NoGlasses { get; } = new("noGlasses");

    /// <summary>The service's "readingGlasses".</summary>
    public static GlassesType ReadingGlasses { get; } = new("readingGlasses");

    /// <summary>The service's "sunglasses".</summary>
    public static GlassesType Sunglasses { get; } = new("sunglasses");

    /// <summary>The service's "swimmingGoggles".</summary>
    public static GlassesType SwimmingGoggles { get; } = new("swimmingGoggles");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator GlassesType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(GlassesType left, GlassesType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(GlassesType left, GlassesType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is GlassesType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(GlassesType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
