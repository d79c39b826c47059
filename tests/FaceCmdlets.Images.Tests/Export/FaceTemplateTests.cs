namespace FaceCmdlets.Images.Tests.Export;

public sealed class FaceTemplateTests
{
    [Theory]
    [InlineData("{Yaw:0}°", "-2°")]
    [InlineData("{yaw}", "-1.5")]
    [InlineData("#{FaceNumber:00} {Blur}", "#07 Low")]
    [InlineData("{{{FaceNumber}}}", "{7}")]
    [InlineData("{Cell:0.0}", "3.1")]
    [InlineData("[{Nothing}]", "[]")]
    [InlineData("plain", "plain")]
    public void Placeholders_become_values(string template, string expected) => Assert.Equal(expected, FaceTemplate.Parse(template).Fill(Value));

    [Theory]
    [InlineData("{Yaw")]
    [InlineData("Yaw}")]
    [InlineData("{}")]
    [InlineData("{:0}")]
    [InlineData("{a{b}")]
    public void Braces_that_do_not_match_are_refused(string template) => Assert.Throws<FormatException>(() => FaceTemplate.Parse(template));

    [Fact]
    public void A_format_that_does_not_fit_is_refused() => Assert.Throws<FormatException>(() => FaceTemplate.Parse("{FaceNumber:Q}").Fill(Value));

    [Fact]
    public void Any_text_is_parsed_or_refused() =>
        Gen.String[Gen.Int[0, 5].Select(i => "{}:a0 "[i]), 0, 20].Sample(text =>
        {
            try
            {
                FaceTemplate.Parse(text).Fill(_ => null);
            }
            catch (FormatException)
            {
                // The only way to refuse.
            }
        });

    private static object? Value(string property) => property.ToUpperInvariant() switch
    {
        "YAW" => -1.5,
        "FACENUMBER" => 7,
        "BLUR" => "Low",
        "CELL" => "3.14",
        _ => null,
    };
}
