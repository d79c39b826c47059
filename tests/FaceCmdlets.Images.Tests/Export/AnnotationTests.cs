using SkiaSharp;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class AnnotationTests
{
    private const int Orange = unchecked((int)0xFFFFA500);
    private static readonly AnnotationStyle Nothing = new(Orange, false, false, false, false);

    [Theory]
    [InlineData(300, 200, 60)]
    [InlineData(4000, 3000, 800)]
    public void A_box_has_its_colour_on_the_rectangle_and_nothing_elsewhere(int width, int height, int side)
    {
        using SKBitmap picture = TestPicture.Plain(width, height, SKColors.White);
        int left = width / 3, top = height / 4;
        Annotation.Draw(picture, [TestPicture.Face(left, top, side, side)], Nothing with { Box = true });
        foreach (SKPointI point in new SKPointI[] { new(left, top + (side / 2)), new(left + side, top + (side / 2)), new(left + (side / 2), top), new(left + (side / 2), top + side) })
        {
            Assert.True(IsNear(picture.GetPixel(point.X, point.Y), SKColors.Orange, 60), $"{point}: {picture.GetPixel(point.X, point.Y)}");
        }

        Assert.Equal(SKColors.White, picture.GetPixel(left + (side / 2), top + (side / 2)));
        Assert.Equal(SKColors.White, picture.GetPixel(left - (side / 4), top + (side / 2)));
        Assert.Equal(SKColors.White, picture.GetPixel(width - 1, height - 1));
    }

    [Fact]
    public void Lines_grow_with_the_picture()
    {
        static int Thickness(int width, int height, int side)
        {
            using SKBitmap picture = TestPicture.Plain(width, height, SKColors.White);
            Annotation.Draw(picture, [TestPicture.Face(width / 3, height / 3, side, side)], Nothing with { Box = true });
            return Enumerable.Range(0, width / 2).Count(x => picture.GetPixel(x, (height / 3) + (side / 2)) != SKColors.White);
        }

        Assert.InRange(Thickness(300, 225, 60), 2, 4);
        Assert.InRange(Thickness(4000, 3000, 800), 16, 40);
    }

    [Fact]
    public void Every_landmark_is_a_dot()
    {
        using SKBitmap picture = TestPicture.Plain(400, 400, SKColors.White);
        float[] points = [.. Enumerable.Range(0, 27).SelectMany(i => new[] { 50f + (10 * (i % 9)), 50f + (30 * (i / 9)) })];
        Annotation.Draw(picture, [TestPicture.Face(40, 40, 150, 150) with { Points = points }], Nothing with { Landmarks = true });
        Assert.All(Enumerable.Range(0, 27), i => Assert.True(IsNear(picture.GetPixel((int)points[2 * i], (int)points[(2 * i) + 1]), SKColors.Orange, 40)));
        Assert.Equal(SKColors.White, picture.GetPixel(55, 65));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7 -12°")]
    [InlineData("Zoë Ωμέγα Дарья")]
    public void A_label_has_letters_in_it(string text)
    {
        using SKBitmap picture = TestPicture.Plain(400, 300, SKColors.White);
        Annotation.Draw(picture, [TestPicture.Face(100, 100, 100, 100) with { Label = text }], Nothing with { Label = true });
        Assert.True(Count(picture, SKColors.Orange) > 50);
        Assert.True(Count(picture, SKColors.Black) > 5);
        Assert.Equal(SKColors.White, picture.GetPixel(150, 150));
    }

    [Fact]
    public void Characters_differ_from_each_other()
    {
        // A font without a glyph draws the same box for everything.
        static byte[] Drawn(string text)
        {
            using SKBitmap picture = TestPicture.Plain(300, 300, SKColors.White);
            Annotation.Draw(picture, [TestPicture.Face(100, 100, 100, 100) with { Label = text }], Nothing with { Label = true });
            return picture.GetPixelSpan().ToArray();
        }

        string[] letters = ["a", "b", "Ж", "ß", "Ω", "°", "ő"];
        Assert.Equal(letters.Length, letters.Select(Drawn).Select(Convert.ToHexString).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(240, 0)]
    [InlineData(0, 240)]
    [InlineData(240, 240)]
    public void A_label_stays_in_the_picture(int left, int top)
    {
        static SKBitmap Drawn(int width, int left, int top, int offset)
        {
            SKBitmap picture = TestPicture.Plain(width, width, SKColors.White);
            Annotation.Draw(picture, [TestPicture.Face(left + offset, top + offset, 60, 60) with { Label = "a rather long label" }], Nothing with { Label = true });
            return picture;
        }

        using SKBitmap picture = Drawn(300, left, top, 0);
        using SKBitmap free = Drawn(300, 120, 120, 0);
        Assert.InRange(Count(picture, SKColors.Orange), Count(free, SKColors.Orange) * 0.9, Count(free, SKColors.Orange) * 1.1);
    }

    [Fact]
    public void A_label_wider_than_the_picture_becomes_smaller()
    {
        using SKBitmap picture = TestPicture.Plain(120, 120, SKColors.White);
        Annotation.Draw(picture, [TestPicture.Face(30, 60, 40, 40) with { Label = "a label that is much too long for a picture" }], Nothing with { Label = true });
        Assert.True(Count(picture, SKColors.Orange) > 20);
        Assert.Equal(SKColors.White, picture.GetPixel(60, 5));
    }

    [Fact]
    public void Two_faces_side_by_side_keep_both_labels()
    {
        using SKBitmap one = TestPicture.Plain(400, 400, SKColors.White);
        PictureFace face = TestPicture.Face(150, 150, 60, 60) with { Label = "the one" };
        Annotation.Draw(one, [face], Nothing with { Label = true });
        using SKBitmap two = TestPicture.Plain(400, 400, SKColors.White);
        Annotation.Draw(two, [face, TestPicture.Face(160, 150, 60, 60) with { Label = "the two" }], Nothing with { Label = true });
        Assert.True(Count(two, SKColors.Orange) > 1.8 * Count(one, SKColors.Orange));
    }

    /// <summary>At zero the axis ahead points at the viewer; a turned head shows it on that side.</summary>
    [Theory]
    [InlineData(0, 0, 40, 1, 0)]
    [InlineData(0, 0, -40, -1, 0)]
    [InlineData(40, 0, 0, 0, 1)]
    [InlineData(-40, 0, 0, 0, -1)]
    [InlineData(0, 90, 40, 0, 1)]
    public void The_axis_ahead_points_where_the_head_is_turned(float pitch, float roll, float yaw, int x, int y)
    {
        using SKBitmap picture = TestPicture.Plain(400, 400, SKColors.White);
        Annotation.Draw(picture, [TestPicture.Face(100, 100, 200, 200) with { Pose = (pitch, roll, yaw) }], Nothing with { Pose = true });
        int reach = (int)(200 * 0.45 * Math.Sin(40 * Math.PI / 180)) - 3;
        SKColor end = picture.GetPixel(200 + (x * reach), 200 + (y * reach));
        Assert.True(end.Blue > end.Red + 60, end.ToString());
    }

    [Fact]
    public void The_axis_to_the_side_falls_with_the_roll()
    {
        using SKBitmap picture = TestPicture.Plain(400, 400, SKColors.White);
        Annotation.Draw(picture, [TestPicture.Face(100, 100, 200, 200) with { Pose = (0, 30, 0) }], Nothing with { Pose = true });
        // Clockwise is positive: the picture's right side of the head goes down.
        SKColor end = picture.GetPixel(200 + (int)(80 * Math.Cos(Math.PI / 6)), 200 + (int)(80 * Math.Sin(Math.PI / 6)));
        Assert.True(end.Red > end.Blue + 60, end.ToString());
    }

    private static int Count(SKBitmap picture, SKColor color) => picture.Pixels.Count(pixel => IsNear(pixel, color, 8));

    private static bool IsNear(SKColor a, SKColor b, int distance) => Math.Abs(a.Red - b.Red) <= distance && Math.Abs(a.Green - b.Green) <= distance && Math.Abs(a.Blue - b.Blue) <= distance;
}
