using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>How a face is lit.</summary>
public readonly partial struct ExposureLevel : IEquatable<ExposureLevel>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ExposureLevel(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "underExposure".</summary>
    public static ExposureLevel UnderExposure { get; } = new("underExposure");

    /// <summary>The service's "goodExposure".</summary>
    public static ExposureLevel GoodExposure { get; } = new("goodExposure");

    /// <summary>The service's "overExposure".</summary>
    public static ExposureLevel OverExposure { get; } = new("overExposure");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator ExposureLevel(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(ExposureLevel left, ExposureLevel right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(ExposureLevel left, ExposureLevel right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ExposureLevel other && Equals(other);

    /// <inheritdoc />
    public bool Equals(ExposureLevel other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
