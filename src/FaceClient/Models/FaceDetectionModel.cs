using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>The network that finds faces.</summary>
public readonly partial struct FaceDetectionModel : IEquatable<FaceDetectionModel>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceDetectionModel(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "detection_01".</summary>
    public static FaceDetectionModel Detection01 { get; } = new("detection_01");

    /// <summary>The service's "detection_02".</summary>
    public static FaceDetectionModel Detection02 { get; } = new("detection_02");

    /// <summary>The service's "detection_03".</summary>
    public static FaceDetectionModel Detection03 { get; } = new("detection_03");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceDetectionModel(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceDetectionModel left, FaceDetectionModel right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceDetectionModel left, FaceDetectionModel right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceDetectionModel other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceDetectionModel other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
