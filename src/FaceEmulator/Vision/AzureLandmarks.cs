using System.Drawing;
using System.Numerics;

namespace FaceEmulator.Vision;

/// <summary>The service's 27 points, in its order, from the mesh's 468. A point between several is their mean; pupils are the middle of the eye.</summary>
internal static class AzureLandmarks
{
    public static readonly string[] Names =
    [
        "pupilLeft", "pupilRight", "noseTip", "mouthLeft", "mouthRight", "eyebrowLeftOuter", "eyebrowLeftInner", "eyeLeftOuter", "eyeLeftTop",
        "eyeLeftBottom", "eyeLeftInner", "eyebrowRightInner", "eyebrowRightOuter", "eyeRightInner", "eyeRightTop", "eyeRightBottom", "eyeRightOuter",
        "noseRootLeft", "noseRootRight", "noseLeftAlarTop", "noseRightAlarTop", "noseLeftAlarOutTip", "noseRightAlarOutTip",
        "upperLipTop", "upperLipBottom", "underLipTop", "underLipBottom",
    ];

    private static readonly int[][] Indices =
    [
        [33, 160, 159, 158, 133, 153, 145, 144], [263, 387, 386, 385, 362, 380, 374, 373], [4, 1], [61], [291], [70, 46], [107, 55], [33], [159],
        [145], [133], [336, 285], [300, 276], [362], [386], [374], [263],
        [122], [351], [198], [420], [129], [358],
        [0], [13], [14], [17],
    ];

    public static PointF[] From(Mesh mesh) => [.. Indices.Select(indices =>
    {
        Vector3 sum = indices.Aggregate(Vector3.Zero, (total, i) => total + mesh.Points[i]);
        return new PointF(sum.X / indices.Length, sum.Y / indices.Length);
    })];
}
