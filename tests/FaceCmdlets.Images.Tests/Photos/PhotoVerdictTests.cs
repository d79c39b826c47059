using System.Globalization;

namespace FaceCmdlets.Images.Tests.Photos;

/// <summary>Each rule at its bound: what just keeps it, and what just does not.</summary>
public sealed class PhotoVerdictTests
{
    private const int Width = 500;
    private const int Height = 500;

    [Theory]
    [InlineData("MinimumFaceShare", "0.48", "0.481")]
    [InlineData("MaximumFaceShare", "0.48", "0.479")]
    [InlineData("MinimumHeadShare", "0.692", "0.693")]
    [InlineData("MaximumHeadShare", "0.6924", "0.692")]
    [InlineData("MaximumOffCentre", "0.08", "0.079")]
    [InlineData("MinimumEyeLine", "0.4", "0.401")]
    [InlineData("MaximumEyeLine", "0.4", "0.399")]
    [InlineData("AspectRatio", "1.02", "1.03")]
    [InlineData("AspectRatio", "50:51", "3x4")]
    [InlineData("MinimumWidth", "500", "501")]
    [InlineData("MinimumHeight", "500", "501")]
    [InlineData("MaximumWidth", "500", "499")]
    [InlineData("MaximumHeight", "500", "499")]
    [InlineData("MaximumBytes", "50000", "49999")]
    [InlineData("MinimumFacePixels", "200", "201")]
    [InlineData("MaximumYaw", "12.5", "12.4")]
    [InlineData("MaximumPitch", "3.5", "3.4")]
    [InlineData("MaximumRoll", "7", "6.9")]
    [InlineData("FaceCount", "1", "2")]
    public void A_number_is_kept_at_its_bound_and_broken_beyond_it(string rule, string kept, string broken)
    {
        // Between eyes and lips are 96.15 pixels, so chin and crown are 346.14 pixels apart.
        DetectedFace face = new SomeFace { Points = (210, 200, 210, 296.15), Yaw = -12.5, Pitch = 3.5, Roll = -7 }.Build();
        Assert.Empty(Broken(face, rule, kept));
        Assert.Equal([rule], Broken(face, rule, broken));
    }

    [Theory]
    [InlineData("ReadingGlasses", "None", true)]
    [InlineData("ReadingGlasses", "NoSunglasses", false)]
    [InlineData("Sunglasses", "NoSunglasses", true)]
    [InlineData("SwimmingGoggles", "NoSunglasses", true)]
    [InlineData("Sunglasses", "Any", false)]
    [InlineData("NoGlasses", "None", false)]
    [InlineData(null, "None", true)]
    public void Glasses_are_told_apart(string? worn, string allowed, bool breaks) =>
        Assert.Equal(breaks ? ["Glasses"] : [], Broken(new SomeFace { Glasses = worn }.Build(), "Glasses", allowed));

    [Theory]
    [InlineData("NoMask", false, false)]
    [InlineData("Uncertain", false, false)]
    [InlineData("Uncertain", true, true)]
    [InlineData("FaceMask", false, true)]
    [InlineData("OtherMaskOrOcclusion", false, true)]
    public void A_mask_breaks_NoMask_and_doubt_does_not(string type, bool covered, bool breaks) =>
        Assert.Equal(breaks ? ["NoMask"] : [], Broken(new SomeFace { MaskType = type, NoseAndMouthCovered = covered }.Build(), "NoMask", true));

    [Theory]
    [InlineData("", "NoHeadwear", false)]
    [InlineData("Glasses 0.9", "NoHeadwear", false)]
    [InlineData("Headwear 0.99; Glasses 0.8", "NoHeadwear", true)]
    [InlineData(null, "NoHeadwear", true)]
    [InlineData("Mask 0.7", "NoMask", true)]
    [InlineData("", "NoMask", false)]
    public void Accessories_say_what_is_worn_where_the_older_model_is_asked(string? accessories, string rule, bool breaks) =>
        Assert.Equal(breaks ? [rule] : [], Broken(new SomeFace { MaskType = null, NoseAndMouthCovered = null, Accessories = accessories }.Build(), rule, true));

    [Fact]
    public void What_is_covered_breaks_its_own_rule()
    {
        Assert.Equal(["EyesFree"], Broken(new SomeFace { EyeOccluded = true }.Build(), "EyesFree", true));
        Assert.Equal(["MouthFree"], Broken(new SomeFace { MouthOccluded = true }.Build(), "MouthFree", true));
        Assert.Equal(["ForeheadFree"], Broken(new SomeFace { ForeheadOccluded = true }.Build(), "ForeheadFree", true));
        Assert.Empty(Broken(new SomeFace { EyeOccluded = true, MouthOccluded = true }.Build(), "ForeheadFree", true));
    }

    [Theory]
    [InlineData("MaximumBlur", "Low", "Medium")]
    [InlineData("MaximumBlur", "Medium", "High")]
    [InlineData("MinimumQuality", "High", "Medium")]
    [InlineData("MinimumQuality", "Medium", "Low")]
    public void Levels_have_an_order(string rule, string bound, string beyond)
    {
        Assert.Empty(Broken(new SomeFace { BlurLevel = bound, QualityForRecognition = bound }.Build(), rule, bound));
        Assert.Equal([rule], Broken(new SomeFace { BlurLevel = beyond, QualityForRecognition = beyond }.Build(), rule, bound));
    }

    [Theory]
    [InlineData("GoodExposure", false)]
    [InlineData("UnderExposure", true)]
    [InlineData("OverExposure", true)]
    [InlineData(null, true)]
    public void Only_good_exposure_is_good(string? level, bool breaks) =>
        Assert.Equal(breaks ? ["GoodExposure"] : [], Broken(new SomeFace { ExposureLevel = level }.Build(), "GoodExposure", true));

    [Fact]
    public void What_was_not_measured_is_not_taken_for_good() =>
        Assert.Equal(
            ["MaximumYaw", "MaximumPitch", "MaximumRoll", "EyesFree", "MouthFree", "Glasses", "NoMask", "MaximumBlur", "GoodExposure"],
            PhotoVerdict.Of(PhotoRules.Set("DirectoryThumbnail")!, [new SomeFace { Yaw = null, Pitch = null, Roll = null, EyeOccluded = null, MouthOccluded = null, Glasses = null, MaskType = null, BlurLevel = null, ExposureLevel = null }.Build()], Width, Height, 50000).Select(failure => failure.Rule));

    [Fact]
    public void A_picture_without_a_face_fails_for_that_whatever_the_count_may_be()
    {
        PhotoRules rules = PhotoRules.Set("None")!;
        rules.Change("FaceCount", null);
        Assert.Equal("no face was found", Assert.Single(PhotoVerdict.Of(rules, [], Width, Height, 50000)).Reason);
    }

    [Fact]
    public void A_second_face_fails_and_a_lifted_count_lets_it_pass()
    {
        DetectedFace face = new SomeFace().Build();
        PhotoRules rules = PhotoRules.Set("DirectoryThumbnail")!;
        Assert.Equal("2 faces instead of 1", Assert.Single(PhotoVerdict.Of(rules, [face, face], Width, Height, 50000)).Reason);
        rules.Change("FaceCount", null);
        Assert.Empty(PhotoVerdict.Of(rules, [face, face], Width, Height, 50000));
    }

    [Fact]
    public void A_reason_says_what_was_found_and_what_is_allowed()
    {
        PhotoRules rules = PhotoRules.Set("None")!;
        rules.Change("MaximumOffCentre", 0.1);
        string reason = Assert.Single(PhotoVerdict.Of(rules, [new SomeFace { Left = 0 }.Build()], Width, Height, 50000)).Reason;
        Assert.Equal("the face is 30% of the width left of the middle, more than 10%", reason);
    }

    [Theory]
    [InlineData("MinimumEyeLine", 0.4004, "the eyes are 40% of the height from the top, less than 40.04%")]
    [InlineData("MaximumOffCentre", 0.0797, "the face is 8% of the width left of the middle, more than 7.97%")]
    [InlineData("MinimumFaceShare", 0.481, "the face is 48% of the picture's height, less than 48.1%")]
    [InlineData("MaximumYaw", 9.96, "the head is turned to a side by 10 degrees, more than 9.96")]
    [InlineData("MaximumYaw", 10, "the head is turned to a side by 10.004 degrees, more than 10")]
    [InlineData("AspectRatio", 1.0004, "width to height is 1, not 1.0004")]
    public void A_reason_has_the_digits_that_make_the_difference(string rule, double value, string reason)
    {
        PhotoRules rules = PhotoRules.Set("None")!;
        rules.Change("AspectTolerance", 0);
        rules.Change(rule, value);
        DetectedFace face = new SomeFace { Points = (210, 200, 210, 296.15), Yaw = 10.004 }.Build();
        Assert.Equal(reason, Assert.Single(PhotoVerdict.Of(rules, [face], Width, Height, 50000)).Reason);
    }

    [Fact]
    public void Reasons_read_the_same_in_every_language()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            PhotoRules rules = PhotoRules.Set("None")!;
            rules.Change("MaximumBytes", 49999);
            rules.Change("MaximumYaw", 0.5);
            IReadOnlyList<PhotoFailure> failures = PhotoVerdict.Of(rules, [new SomeFace { Yaw = 1.5 }.Build()], Width, Height, 50000);
            Assert.Equal(["the head is turned to a side by 1.5 degrees, more than 0.5", "the file has 50,000 bytes, more than 49,999"], failures.Select(failure => failure.Reason));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_head_that_leans_is_not_taken_for_a_smaller_one()
    {
        PhotoFace upright = PhotoFace.Of(new SomeFace { Points = (250, 200, 250, 300) }.Build());
        PhotoFace leaning = PhotoFace.Of(new SomeFace { Points = (250, 200, 310, 280) }.Build());
        Assert.Equal(360, upright.HeadHeight, 0.01);
        Assert.Equal(0.8 * 360, leaning.HeadHeight, 0.01);
    }

    private static IEnumerable<string> Broken(DetectedFace face, string rule, object value)
    {
        PhotoRules rules = PhotoRules.Set("None")!;
        rules.Change(rule, value);
        return PhotoVerdict.Of(rules, [face], Width, Height, 50000).Select(failure => failure.Rule);
    }
}
