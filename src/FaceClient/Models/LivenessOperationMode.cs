using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>What the person has to do in a liveness check.</summary>
public readonly partial struct LivenessOperationMode : IEquatable<LivenessOperationMode>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public LivenessOperationMode(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "Passive": look into the camera.</summary>
    public static LivenessOperationMode Passive { get; } = new("Passive");

    /// <summary>The service's "PassiveActive": turn the head as well where the passive check is not enough, such as in bright light.</summary>
    public static LivenessOperationMode PassiveActive { get; } = new("PassiveActive");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator LivenessOperationMode(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(LivenessOperationMode left, LivenessOperationMode right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(LivenessOperationMode left, LivenessOperationMode right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is LivenessOperationMode other && Equals(other);

    /// <inheritdoc />
    public bool Equals(LivenessOperationMode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
