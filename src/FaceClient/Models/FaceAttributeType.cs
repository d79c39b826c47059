using System.ComponentModel;

namespace Azure.AI.Vision.Face;

/// <summary>What to measure on a face besides its place.</summary>
public readonly partial struct FaceAttributeType : IEquatable<FaceAttributeType>
{
    private readonly string _value;

    /// <summary>Creates a value from the service's text, known here or not.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public FaceAttributeType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The service's "headPose".</summary>
    public static FaceAttributeType HeadPose { get; } = new("headPose");

    /// <summary>The service's "glasses".</summary>
    public static FaceAttributeType Glasses { get; } = new("glasses");

    /// <summary>The service's "occlusion".</summary>
    public static FaceAttributeType Occlusion { get; } = new("occlusion");

    /// <summary>The service's "accessories".</summary>
    public static FaceAttributeType Accessories { get; } = new("accessories");

    /// <summary>The service's "blur".</summary>
    public static FaceAttributeType Blur { get; } = new("blur");

    /// <summary>The service's "exposure".</summary>
    public static FaceAttributeType Exposure { get; } = new("exposure");

    /// <summary>The service's "noise".</summary>
    public static FaceAttributeType Noise { get; } = new("noise");

    /// <summary>The service's "mask".</summary>
    public static FaceAttributeType Mask { get; } = new("mask");

    /// <summary>The service's "qualityForRecognition".</summary>
    public static FaceAttributeType QualityForRecognition { get; } = new("qualityForRecognition");

    /// <summary>The service's "age".</summary>
    public static FaceAttributeType Age { get; } = new("age");

    /// <summary>The service's "smile".</summary>
    public static FaceAttributeType Smile { get; } = new("smile");

    /// <summary>The service's "facialHair".</summary>
    public static FaceAttributeType FacialHair { get; } = new("facialHair");

    /// <summary>The service's "hair".</summary>
    public static FaceAttributeType Hair { get; } = new("hair");

    /// <summary>Attributes that detection_01 has.</summary>
#pragma warning disable CA1034, CA1815 // The official package nests these, as structs.
    public readonly struct Detection01
    {
        /// <summary><see cref="FaceAttributeType.Accessories"/>.</summary>
        public static FaceAttributeType Accessories => FaceAttributeType.Accessories;

        /// <summary><see cref="FaceAttributeType.Blur"/>.</summary>
        public static FaceAttributeType Blur => FaceAttributeType.Blur;

        /// <summary><see cref="FaceAttributeType.Exposure"/>.</summary>
        public static FaceAttributeType Exposure => FaceAttributeType.Exposure;

        /// <summary><see cref="FaceAttributeType.Glasses"/>.</summary>
        public static FaceAttributeType Glasses => FaceAttributeType.Glasses;

        /// <summary><see cref="FaceAttributeType.HeadPose"/>.</summary>
        public static FaceAttributeType HeadPose => FaceAttributeType.HeadPose;

        /// <summary><see cref="FaceAttributeType.Noise"/>.</summary>
        public static FaceAttributeType Noise => FaceAttributeType.Noise;

        /// <summary><see cref="FaceAttributeType.Occlusion"/>.</summary>
        public static FaceAttributeType Occlusion => FaceAttributeType.Occlusion;
    }
#pragma warning restore CA1034, CA1815

    /// <summary>Attributes that detection_03 has (exposure, glasses and occlusion since August 2024).</summary>
#pragma warning disable CA1034, CA1815 // The official package nests these, as structs.
    public readonly struct Detection03
    {
        /// <summary><see cref="FaceAttributeType.Blur"/>.</summary>
        public static FaceAttributeType Blur => FaceAttributeType.Blur;

        /// <summary><see cref="FaceAttributeType.Exposure"/>.</summary>
        public static FaceAttributeType Exposure => FaceAttributeType.Exposure;

        /// <summary><see cref="FaceAttributeType.Glasses"/>.</summary>
        public static FaceAttributeType Glasses => FaceAttributeType.Glasses;

        /// <summary><see cref="FaceAttributeType.HeadPose"/>.</summary>
        public static FaceAttributeType HeadPose => FaceAttributeType.HeadPose;

        /// <summary><see cref="FaceAttributeType.Mask"/>.</summary>
        public static FaceAttributeType Mask => FaceAttributeType.Mask;

        /// <summary><see cref="FaceAttributeType.Occlusion"/>.</summary>
        public static FaceAttributeType Occlusion => FaceAttributeType.Occlusion;
    }
#pragma warning restore CA1034, CA1815

    /// <summary>Attributes that go with recognition_03.</summary>
#pragma warning disable CA1034, CA1815 // The official package nests these, as structs.
    public readonly struct Recognition03
    {
        /// <summary><see cref="FaceAttributeType.QualityForRecognition"/>.</summary>
        public static FaceAttributeType QualityForRecognition => FaceAttributeType.QualityForRecognition;
    }
#pragma warning restore CA1034, CA1815

    /// <summary>Attributes that go with recognition_04.</summary>
#pragma warning disable CA1034, CA1815 // The official package nests these, as structs.
    public readonly struct Recognition04
    {
        /// <summary><see cref="FaceAttributeType.QualityForRecognition"/>.</summary>
        public static FaceAttributeType QualityForRecognition => FaceAttributeType.QualityForRecognition;
    }
#pragma warning restore CA1034, CA1815

    /// <summary>Converts from the service's text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator FaceAttributeType(string value) => new(value);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator ==(FaceAttributeType left, FaceAttributeType right) => left.Equals(right);

    /// <summary>Compares without regard to case.</summary>
    public static bool operator !=(FaceAttributeType left, FaceAttributeType right) => !left.Equals(right);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is FaceAttributeType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(FaceAttributeType other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
