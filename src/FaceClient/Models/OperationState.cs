using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>How a liveness session or an attempt in it stands.</summary>
public readonly partial struct OperationState : IEquatable<OperationState>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public OperationState(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "NotStarted".</summary>
    public static OperationState NotStarted { get; } = new("NotStarted");

    /// <summary>The service's "Running".</summary>
    public static OperationState Running { get; } = new("Running");

    /// <summary>The service's "Succeeded": it came to a result, whichever.</summary>
    public static OperationState Succeeded { get; } = new("Succeeded");

    /// <summary>The service's "Failed".</summary>
    public static OperationState Failed { get; } = new("Failed");

    /// <summary>The service's "Canceled".</summary>
    public static OperationState Canceled { get; } = new("Canceled");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator OperationState(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(OperationState left, OperationState right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(OperationState left, OperationState right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is OperationState other && Equals(other);

    /// <inheritdoc />
    public bool Equals(OperationState other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
