using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>The kind of a picture of a liveness session.</summary>
public readonly partial struct FaceImageType : IEquatable<FaceImageType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceImageType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "Color".</summary>
    public static FaceImageType Color { get; } = new("Color");

    /// <summary>The service's "Infrared".</summary>
    public static FaceImageType Infrared { get; } = new("Infrared");

    /// <summary>The service's "Depth".</summary>
    public static FaceImageType Depth { get; } = new("Depth");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceImageType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceImageType left, FaceImageType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceImageType left, FaceImageType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceImageType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceImageType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
