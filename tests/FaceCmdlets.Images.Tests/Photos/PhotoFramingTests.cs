namespace FaceCmdlets.Images.Tests.Photos;

/// <summary>Where the crop goes, and when there is none.</summary>
public sealed class PhotoFramingTests
{
    private static readonly Gen<(PhotoFace Face, int Width, int Height)> Pictures =
        from width in Gen.Int[300, 3000]
        from height in Gen.Int[300, 3000]
        from share in Gen.Double[0.05, 0.9]
        from x in Gen.Double[0.1, 0.9]
        from y in Gen.Double[0.1, 0.9]
        let faceHeight = share * height
        select (new PhotoFace((x * width) - (faceHeight * 0.42), (y * height) - (faceHeight * 0.31), faceHeight * 0.84, faceHeight, x * width, y * height, (y * height) - (faceHeight * 0.75), (y * height) + (faceHeight * 0.69)), width, height);

    [Theory]
    [InlineData("DirectoryThumbnail")]
    [InlineData("Passport")]
    public void A_crop_lies_in_the_picture_and_keeps_the_rules(string set)
    {
        PhotoRules rules = PhotoRules.Set(set)!;
        int found = 0;
        Pictures.Sample(picture =>
        {
            (PhotoCrop? crop, string? problem) = new PhotoFraming(rules, null).Find([picture.Face], picture.Width, picture.Height);
            Assert.NotEqual(crop is null, problem is null);
            if (crop is not null)
            {
                Interlocked.Increment(ref found);
                Assert.InRange(crop.Left, 0, picture.Width - crop.SourceWidth);
                Assert.InRange(crop.Top, 0, picture.Height - crop.SourceHeight);
                Assert.InRange(crop.Width / (double)crop.SourceWidth, 0, 1.11);
                Assert.Empty(PhotoVerdict.Framing(rules, picture.Face.In(crop), crop.Width, crop.Height));
            }
        });
        Assert.NotEqual(0, found);
    }

    [Fact]
    public void A_face_in_the_middle_of_a_large_picture_gets_room_and_the_eyes_above_the_middle()
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 1400, Top = 900, Width = 200, Height = 240, Points = (1500, 975, 1500, 1071) }.Build());
        PhotoCrop crop = new PhotoFraming(PhotoRules.Set("DirectoryThumbnail")!, null).Find([face], 3000, 2000).Crop!;
        Assert.Equal((556, 556), (crop.Width, crop.Height));
        Assert.Equal(1500, crop.Left + (crop.SourceWidth / 2.0), 1.0);
        Assert.InRange((975.0 - crop.Top) / crop.SourceHeight, 0.40, 0.46);
        Assert.True(crop.Top < face.Crown);
    }

    [Fact]
    public void A_size_that_is_wanted_is_kept_exactly()
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 1400, Top = 900, Width = 200, Height = 240, Points = (1500, 975, 1500, 1071) }.Build());
        PhotoCrop crop = new PhotoFraming(PhotoRules.Set("DirectoryThumbnail")!, new PhotoSize(96, 96)).Find([face], 3000, 2000).Crop!;
        Assert.Equal((96, 96), (crop.Width, crop.Height));
    }

    [Theory]
    [InlineData("Passport", null, 413, 531, 300)]
    [InlineData("Passport", null, 826, 1062, 599)]
    [InlineData("Passport", "1:1", 600, 600, null)]
    [InlineData("None", null, 413, 531, null)]
    public void A_passport_photo_has_its_size_on_paper(string set, string? ratio, int width, int height, int? dotsPerInch)
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 1000, Top = 700, Width = 800, Height = 960, Points = (1400, 1000, 1400, 1400) }.Build());
        PhotoRules rules = PhotoRules.Set(set)!;
        if (ratio is not null)
        {
            rules.Change("AspectRatio", ratio);
        }

        Assert.Equal(dotsPerInch, new PhotoFraming(rules, new PhotoSize(width, height)).Find([face], 3000, 2500).Crop!.DotsPerInch);
    }

    [Fact]
    public void Pixels_are_not_invented()
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 200, Top = 200, Width = 84, Height = 100 }.Build());
        (PhotoCrop? crop, string? problem) = new PhotoFraming(PhotoRules.Set("DirectoryThumbnail")!, new PhotoSize(648, 648)).Find([face], 500, 500);
        Assert.Null(crop);
        Assert.Contains("too few for 648 x 648", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenth_more_pixels_is_not_too_much()
    {
        // The largest piece that keeps the share of 0.3 is 333 pixels high.
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 200, Top = 200, Width = 84, Height = 100 }.Build());
        PhotoRules rules = PhotoRules.Set("DirectoryThumbnail")!;
        Assert.NotNull(new PhotoFraming(rules, new PhotoSize(360, 360)).Find([face], 500, 500).Crop);
        Assert.Null(new PhotoFraming(rules, new PhotoSize(370, 370)).Find([face], 500, 500).Crop);
    }

    [Fact]
    public void A_face_that_fills_the_picture_cannot_be_given_room()
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 10, Top = 10, Width = 400, Height = 480 }.Build());
        Assert.Contains("too little around", new PhotoFraming(PhotoRules.Set("DirectoryThumbnail")!, null).Find([face], 500, 500).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_only_too_large_is_scaled_whole()
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 700, Top = 650, Width = 600, Height = 720 }.Build());
        Assert.Equal(new PhotoCrop(0, 0, 2000, 2000, 648, 648), new PhotoFraming(PhotoRules.Set("DirectoryThumbnail")!, null).Find([face], 2000, 2000).Crop);
    }

    [Fact]
    public void A_crop_holds_the_other_faces_too_with_their_heads()
    {
        PhotoFace left = PhotoFace.Of(new SomeFace { Left = 200, Top = 300, Width = 100, Height = 120 }.Build()), right = PhotoFace.Of(new SomeFace { Left = 620, Top = 260, Width = 90, Height = 110 }.Build());
        PhotoRules rules = PhotoRules.Set("None")!;
        rules.Change("MinimumFaceShare", 0.2);
        PhotoCrop crop = new PhotoFraming(rules, null).Find([left, right], 1200, 800).Crop!;
        foreach (PhotoFace face in (PhotoFace[])[left, right])
        {
            Assert.InRange(crop.Left, 0, face.Left);
            Assert.InRange(crop.Left + crop.SourceWidth, face.Left + face.Width, 1200);
            Assert.InRange(crop.Top, 0, face.Crown);
            Assert.InRange(crop.Top + crop.SourceHeight, face.Chin, 800);
        }

        rules.Change("MinimumFaceShare", 0.4);
        Assert.NotNull(new PhotoFraming(rules, null).Find([left], 1200, 800).Crop);
        Assert.Equal("no piece that keeps the rules holds the 2 faces", new PhotoFraming(rules, null).Find([left, right], 1200, 800).Problem);
    }

    [Theory]
    [InlineData("MinimumFacePixels", 36)]
    [InlineData("MinimumFacePixels", 40)]
    [InlineData("MinimumFaceShare", 0.4)]
    [InlineData("MaximumFaceShare", 0.4)]
    [InlineData("MinimumHeadShare", 0.6)]
    [InlineData("MaximumHeadShare", 0.6)]
    [InlineData("MaximumOffCentre", 0.02)]
    [InlineData("MinimumEyeLine", 0.5)]
    [InlineData("MaximumEyeLine", 0.3)]
    public void A_crop_keeps_the_rules_also_where_the_face_is_measured_a_little_differently(string rule, double value)
    {
        PhotoFace face = PhotoFace.Of(new SomeFace { Left = 1400, Top = 900, Width = 200, Height = 240, Points = (1500, 975, 1500, 1071) }.Build());
        PhotoRules rules = PhotoRules.Set("DirectoryThumbnail")!;
        rules.Change(rule, value);
        int side = rule == "MinimumFacePixels" ? 96 : 200;
        PhotoCrop crop = new PhotoFraming(rules, new PhotoSize(side, side)).Find([face], 3000, 2000).Crop!;
        PhotoFace found = face.In(crop);
        foreach (double change in (double[])[-0.03, 0.03])
        {
            PhotoFace other = found with { Width = found.Width * (1 + change), Height = found.Height * (1 + change), EyeX = found.EyeX + (change * found.Width), EyeY = found.EyeY + (change * found.Height), Crown = found.Crown - (change * found.HeadHeight) };
            Assert.Empty(PhotoVerdict.Framing(rules, other, side, side).Select(failure => failure.Reason));
        }
    }

    [Theory]
    [InlineData("300x400", 300, 400)]
    [InlineData("300 x 400", 300, 400)]
    [InlineData("400", 300, 400)]
    public void A_size_is_a_width_and_a_height_or_the_longer_side(string text, int width, int height) => Assert.Equal(new PhotoSize(width, height), PhotoSize.Parse(text, 0.75));

    [Fact]
    public void The_longer_side_of_a_wide_ratio_is_the_width() => Assert.Equal(new PhotoSize(400, 300), PhotoSize.Parse("400", 4 / 3.0));

    [Theory]
    [InlineData("")]
    [InlineData("0x10")]
    [InlineData("-5")]
    [InlineData("10x20x30")]
    [InlineData("big")]
    [InlineData("9000x9000")]
    public void Anything_else_is_no_size(string text) => Assert.Null(PhotoSize.Parse(text, 1));
}
