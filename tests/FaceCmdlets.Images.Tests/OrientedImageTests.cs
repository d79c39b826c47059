using SkiaSharp;

namespace FaceCmdlets.Images.Tests;

public sealed class OrientedImageTests
{
    private static readonly string Astronaut = Path.Combine(Checkout.Root, "samples", "astronaut.png");

    [Fact]
    public void A_thumbnail_fits_and_keeps_its_proportions()
    {
        using SKBitmap small = SKBitmap.Decode(ImageService.Create().Thumbnail(Astronaut, 100));
        Assert.Equal((100, 100), (small.Width, small.Height));
    }

    [Fact]
    public void A_thumbnail_is_never_larger_than_the_picture()
    {
        using SKBitmap same = SKBitmap.Decode(ImageService.Create().Thumbnail(Astronaut, 5000));
        Assert.Equal((512, 512), (same.Width, same.Height));
    }
}
