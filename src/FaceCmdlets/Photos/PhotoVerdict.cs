using System.Globalization;

namespace FaceCmdlets;

/// <summary>Holds a picture and the faces in it against the rules.</summary>
internal static class PhotoVerdict
{
    private static readonly string[] Levels = ["Low", "Medium", "High"];

    /// <summary>What fails, in the order of the rules. The largest face is the one that counts.</summary>
    public static IReadOnlyList<PhotoFailure> Of(PhotoRules rules, IReadOnlyList<DetectedFace> faces, int width, int height, long bytes)
    {
        List<PhotoFailure> failures = [];
        if (faces.Count == 0)
        {
            failures.Add(new(nameof(rules.FaceCount), "no face was found", false));
        }
        else
        {
            if (rules.FaceCount is { } count && count != faces.Count)
            {
                failures.Add(new(nameof(rules.FaceCount), Text($"{faces.Count} {(faces.Count == 1 ? "face" : "faces")} instead of {count}"), false));
            }

            failures.AddRange(Framing(rules, PhotoFace.Of(faces[0]), width, height));
            AddPose(failures, rules, faces[0]);
            AddCovers(failures, rules, faces[0]);
            AddQuality(failures, rules, faces[0]);
        }

        if (rules.MaximumBytes < bytes)
        {
            failures.Add(new(nameof(rules.MaximumBytes), Text($"the file has {bytes:N0} bytes, more than {rules.MaximumBytes:N0}"), true));
        }

        return failures;
    }

    /// <summary>What fails of the rules that a crop and a scale can mend, and of those on the pixels that are left then.</summary>
    public static IEnumerable<PhotoFailure> Framing(PhotoRules rules, PhotoFace face, int width, int height)
    {
        double faceShare = Rounded(face.Height / height), headShare = Rounded(face.HeadHeight / height), eyeLine = Rounded(face.EyeY / height), offCentre = Rounded((face.EyeX / width) - 0.5);
        if (faceShare < rules.MinimumFaceShare)
        {
            yield return new(nameof(rules.MinimumFaceShare), Share("the face is", faceShare, "of the picture's height", "less", rules.MinimumFaceShare.Value), true);
        }

        if (faceShare > rules.MaximumFaceShare)
        {
            yield return new(nameof(rules.MaximumFaceShare), Share("the face is", faceShare, "of the picture's height", "more", rules.MaximumFaceShare.Value), true);
        }

        if (headShare < rules.MinimumHeadShare)
        {
            yield return new(nameof(rules.MinimumHeadShare), Share("the head is about", headShare, "of the picture's height", "less", rules.MinimumHeadShare.Value), true);
        }

        if (headShare > rules.MaximumHeadShare)
        {
            yield return new(nameof(rules.MaximumHeadShare), Share("the head is about", headShare, "of the picture's height", "more", rules.MaximumHeadShare.Value), true);
        }

        if (Math.Abs(offCentre) > rules.MaximumOffCentre)
        {
            yield return new(nameof(rules.MaximumOffCentre), Share("the face is", Math.Abs(offCentre), $"of the width {(offCentre < 0 ? "left" : "right")} of the middle", "more", rules.MaximumOffCentre.Value), true);
        }

        if (eyeLine < rules.MinimumEyeLine)
        {
            yield return new(nameof(rules.MinimumEyeLine), Share("the eyes are", eyeLine, "of the height from the top", "less", rules.MinimumEyeLine.Value), true);
        }

        if (eyeLine > rules.MaximumEyeLine)
        {
            yield return new(nameof(rules.MaximumEyeLine), Share("the eyes are", eyeLine, "of the height from the top", "more", rules.MaximumEyeLine.Value), true);
        }

        foreach (PhotoFailure failure in Shape(rules, width, height))
        {
            yield return failure;
        }

        // Scaling a face up gives it no detail.
        if (Math.Min(face.Width, face.Height) < rules.MinimumFacePixels)
        {
            yield return new(nameof(rules.MinimumFacePixels), Text($"the face is {face.Width:0} x {face.Height:0} pixels, a side less than {rules.MinimumFacePixels}"), false);
        }
    }

    /// <summary>What fails of the rules on width and height alone.</summary>
    public static IEnumerable<PhotoFailure> Shape(PhotoRules rules, int width, int height)
    {
        if (rules.AspectRatio is { } ratio && Rounded(Math.Abs((width / (ratio * height)) - 1)) > rules.AspectTolerance)
        {
            (string measured, string asked) = Apart(width / (double)height, ratio, "0.###");
            yield return new(nameof(rules.AspectRatio), $"width to height is {measured}, not {asked}", true);
        }

        if (width < rules.MinimumWidth)
        {
            yield return new(nameof(rules.MinimumWidth), Text($"the picture is {width} pixels wide, less than {rules.MinimumWidth}"), true);
        }

        if (height < rules.MinimumHeight)
        {
            yield return new(nameof(rules.MinimumHeight), Text($"the picture is {height} pixels high, less than {rules.MinimumHeight}"), true);
        }

        if (width > rules.MaximumWidth)
        {
            yield return new(nameof(rules.MaximumWidth), Text($"the picture is {width} pixels wide, more than {rules.MaximumWidth}"), true);
        }

        if (height > rules.MaximumHeight)
        {
            yield return new(nameof(rules.MaximumHeight), Text($"the picture is {height} pixels high, more than {rules.MaximumHeight}"), true);
        }
    }

    private static string Share(string what, double share, string where, string than, double bound)
    {
        (string measured, string asked) = Apart(share * 100, bound * 100, "0.#");
        return $"{what} {measured}% {where}, {than} than {asked}%";
    }

    /// <summary>Two numbers with as many digits more as it takes to see that they differ.</summary>
    private static (string One, string Other) Apart(double one, double other, string format)
    {
        const int LongestFormat = 8;
        (string One, string Other) texts;
        do
        {
            texts = (one.ToString(format, CultureInfo.InvariantCulture), other.ToString(format, CultureInfo.InvariantCulture));
            format += "#";
        }
        while (texts.One == texts.Other && format.Length <= LongestFormat);
        return texts;
    }

    /// <summary>Without the last digits, which a division makes up: what is at a bound keeps it.</summary>
    private static double Rounded(double share) => Math.Round(share, 6);

    private static void AddPose(List<PhotoFailure> failures, PhotoRules rules, DetectedFace face)
    {
        AddAngle(nameof(rules.MaximumYaw), face.Yaw, rules.MaximumYaw, "turned to a side");
        AddAngle(nameof(rules.MaximumPitch), face.Pitch, rules.MaximumPitch, "turned up or down");
        AddAngle(nameof(rules.MaximumRoll), face.Roll, rules.MaximumRoll, "leaning");

        void AddAngle(string rule, double? angle, double? most, string how)
        {
            if (most is null)
            {
                return;
            }

            if (angle is null)
            {
                failures.Add(new(rule, "the head's pose was not measured", false));
            }
            else if (Math.Abs(angle.Value) > most)
            {
                (string measured, string asked) = Apart(Math.Abs(angle.Value), most.Value, "0.#");
                failures.Add(new(rule, $"the head is {how} by {measured} degrees, more than {asked}", false));
            }
        }
    }

    private static void AddCovers(List<PhotoFailure> failures, PhotoRules rules, DetectedFace face)
    {
        AddCover(nameof(rules.EyesFree), rules.EyesFree, face.EyeOccluded, "an eye is covered");
        AddCover(nameof(rules.MouthFree), rules.MouthFree, face.MouthOccluded, "the mouth is covered");
        AddCover(nameof(rules.ForeheadFree), rules.ForeheadFree, face.ForeheadOccluded, "the forehead is covered");
        if (rules.Glasses is PhotoRules.NoGlasses or PhotoRules.NoSunglasses)
        {
            bool? worn = face.Glasses switch
            {
                null => null,
                "NoGlasses" => false,
                "ReadingGlasses" => rules.Glasses == PhotoRules.NoGlasses,
                _ => true,
            };
            AddCover(nameof(rules.Glasses), true, worn, $"{face.Glasses} are worn");
        }

        // The service says "uncertain" of many faces without a mask: that is no reason.
        AddCover(nameof(rules.NoMask), rules.NoMask, Mask(face), face.MaskType == "OtherMaskOrOcclusion" ? "nose or mouth are covered" : "a mask is worn");
        AddCover(nameof(rules.NoHeadwear), rules.NoHeadwear, Worn(face, "Headwear"), "headwear is worn");

        void AddCover(string rule, bool asked, bool? covered, string reason)
        {
            if (asked && covered != false)
            {
                failures.Add(new(rule, covered is null ? "it was not measured whether " + reason : reason, false));
            }
        }
    }

    /// <summary>detection_03 has masks as an attribute, detection_01 among the accessories.</summary>
    private static bool? Mask(DetectedFace face) => face.MaskType is { } type ? type is "FaceMask" or "OtherMaskOrOcclusion" || face.NoseAndMouthCovered == true : Worn(face, "Mask");

    private static bool? Worn(DetectedFace face, string accessory) => face.Accessories?.Contains(accessory, StringComparison.OrdinalIgnoreCase);

    private static void AddQuality(List<PhotoFailure> failures, PhotoRules rules, DetectedFace face)
    {
        if (rules.MaximumBlur is { } blur && (face.BlurLevel is null || Level(face.BlurLevel) > Level(blur)))
        {
            failures.Add(new(nameof(rules.MaximumBlur), face.BlurLevel is null ? "blur was not measured" : $"blur is {face.BlurLevel}, more than {blur}", false));
        }

        if (rules.GoodExposure && face.ExposureLevel != "GoodExposure")
        {
            failures.Add(new(nameof(rules.GoodExposure), face.ExposureLevel is null ? "exposure was not measured" : $"the face has {face.ExposureLevel}", false));
        }

        if (rules.MinimumQuality is { } quality && (face.QualityForRecognition is null || Level(face.QualityForRecognition) < Level(quality)))
        {
            failures.Add(new(nameof(rules.MinimumQuality), face.QualityForRecognition is null ? "quality for recognition was not measured" : $"quality for recognition is {face.QualityForRecognition}, less than {quality}", false));
        }
    }

    private static int Level(string level) => Array.IndexOf(Levels, level);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A rule that a picture breaks.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Reason">What is wrong, for people.</param>
/// <param name="IsFraming">Whether another crop or size could mend it.</param>
internal sealed record PhotoFailure(string Rule, string Reason, bool IsFraming);
