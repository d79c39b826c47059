using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>What counts as similar.</summary>
public readonly partial struct FindSimilarMatchMode : IEquatable<FindSimilarMatchMode>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FindSimilarMatchMode(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "matchPerson": only faces that may be the same person's; there may be none. The service's default.</summary>
    public static FindSimilarMatchMode MatchPerson { get; } = new("matchPerson");

    /// <summary>The service's "matchFace": the most alike, however little.</summary>
    public static FindSimilarMatchMode MatchFace { get; } = new("matchFace");

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FindSimilarMatchMode(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FindSimilarMatchMode left, FindSimilarMatchMode right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FindSimilarMatchMode left, FindSimilarMatchMode right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FindSimilarMatchMode other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FindSimilarMatchMode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
