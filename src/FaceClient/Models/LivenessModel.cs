using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>The version of the network that decides on liveness.</summary>
public readonly partial struct LivenessModel : IEquatable<LivenessModel>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public LivenessModel(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "2024-11-15".</summary>
    public static LivenessModel V20241115 { get; } = new("2024-11-15");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator LivenessModel(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(LivenessModel left, LivenessModel right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(LivenessModel left, LivenessModel right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is LivenessModel other && Equals(other);

    /// <inheritdoc />
    public bool Equals(LivenessModel other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
