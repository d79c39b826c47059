using System.Globalization;

namespace FaceCmdlets.Images.Tests.Export;

public sealed class CellNumberTests
{
    [Theory]
    [InlineData("2.7", "en-US", 2.7)]
    [InlineData("2.7", "de-DE", 2.7)]
    [InlineData("2,7", "de-DE", 2.7)]
    [InlineData("1.234", "de-DE", 1.234)]
    [InlineData("1,234", "de-DE", 1.234)]
    [InlineData("-1,5E-05", "de-DE", -0.000015)]
    [InlineData("1,234", "en-US", null)]
    [InlineData("1.234,5", "de-DE", null)]
    [InlineData("NaN", "en-US", null)]
    [InlineData("", "en-US", null)]
    [InlineData(null, "en-US", null)]
    public void A_cell_is_read_with_a_point_or_with_the_comma_of_the_session(string? cell, string culture, double? expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, CellNumber.TryRead(cell, out double number) ? number : null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
