using System.Numerics.Tensors;

namespace FaceEmulator.Vision;

/// <summary>Turns the distance of two descriptors into the service's confidence, 0 to 1.</summary>
internal static class MatchConfidence
{
    /// <summary>From here on the service calls two faces one person's.</summary>
    public const float Identical = 0.5f;

    /// <summary>The distance at which dlib, whose network it is, draws the same line; published with the network, not tuned here.</summary>
    private const float IdenticalDistance = 0.6f;

    /// <summary>How fast confidence falls with distance: 0.88 at 0.4 and 0.12 at 0.8. A choice of ours: the service publishes no curve.</summary>
    private const float Steepness = 10;

    public static float Between(ReadOnlySpan<float> first, ReadOnlySpan<float> second) => FromDistance(TensorPrimitives.Distance(first, second));

    public static float FromDistance(float distance) => distance <= 0 ? 1 : 1 / (1 + MathF.Exp(Steepness * (distance - IdenticalDistance)));
}
