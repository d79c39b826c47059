using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>How a training stands.</summary>
public readonly partial struct FaceOperationStatus : IEquatable<FaceOperationStatus>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceOperationStatus(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "notStarted".</summary>
    public static FaceOperationStatus NotStarted { get; } = new("notStarted");

    /// <summary>The service's "running".</summary>
    public static FaceOperationStatus Running { get; } = new("running");

    /// <summary>The service's "succeeded".</summary>
    public static FaceOperationStatus Succeeded { get; } = new("succeeded");

    /// <summary>The service's "failed"; final.</summary>
    public static FaceOperationStatus Failed { get; } = new("failed");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceOperationStatus(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceOperationStatus left, FaceOperationStatus right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceOperationStatus left, FaceOperationStatus right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceOperationStatus other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceOperationStatus other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
