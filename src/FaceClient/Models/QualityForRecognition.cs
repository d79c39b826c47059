using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>Whether a face is good enough for recognition: high to enrol, medium or better to identify.</summary>
public readonly partial struct QualityForRecognition : IEquatable<QualityForRecognition>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public QualityForRecognition(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "low".</summary>
    public static QualityForRecognition Low { get; } = new("low");

    /// <summary>The service's "medium".</summary>
    public static QualityForRecognition Medium { get; } = new("medium");

    /// <summary>The service's "high".</summary>
    public static QualityForRecognition High { get; } = new("high");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator QualityForRecognition(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(QualityForRecognition left, QualityForRecognition right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(QualityForRecognition left, QualityForRecognition right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is QualityForRecognition other && Equals(other);

    /// <inheritdoc />
    public bool Equals(QualityForRecognition other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
