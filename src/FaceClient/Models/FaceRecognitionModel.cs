using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>The network that describes a face for comparison.</summary>
public readonly partial struct FaceRecognitionModel : IEquatable<FaceRecognitionModel>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceRecognitionModel(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "recognition_01".</summary>
    public static FaceRecognitionModel Recognition01 { get; } = new("recognition_01");

    /// <summary>The service's "recognition_02".</summary>
    public static FaceRecognitionModel Recognition02 { get; } = new("recognition_02");

    /// <summary>The service's "recognition_03".</summary>
    public static FaceRecognitionModel Recognition03 { get; } = new("recognition_03");

    /// <summary>The service's "recognition_04".</summary>
    public static FaceRecognitionModel Recognition04 { get; } = new("recognition_04");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceRecognitionModel(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceRecognitionModel left, FaceRecognitionModel right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceRecognitionModel left, FaceRecognitionModel right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceRecognitionModel other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceRecognitionModel other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
