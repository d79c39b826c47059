using System.Text;
using SkiaSharp;

namespace FaceCmdlets.Service;

/// <summary>
/// Lines of text in the module's own font, since a machine may have none; characters that it lacks come from the
/// machine's fonts, where one has them.
/// </summary>
internal sealed class LabelText : IDisposable
{
    private static readonly Lazy<SKTypeface> Own = new(() => SKTypeface.FromStream(typeof(LabelText).Assembly.GetManifestResourceStream("DejaVuSans-Bold.ttf"))
        ?? throw new InvalidOperationException("The font of labels is damaged."));

    private readonly List<SKFont> _fonts = [];
    private readonly List<List<(string Text, SKFont Font)>> _lines = [];

    public LabelText(IEnumerable<string> lines, float size)
    {
        Size = size;
        _fonts.Add(NewFont(Own.Value));
        foreach (string line in lines)
        {
            _lines.Add(Split(line));
        }

        Measure();
    }

    public float Size { get; private set; }

    public float Width { get; private set; }

    public float Height => Size * 1.17f * _lines.Count;

    public void Scale(float factor)
    {
        Size *= factor;
        foreach (SKFont font in _fonts)
        {
            font.Size = Size;
        }

        Measure();
    }

    public void Draw(SKCanvas canvas, SKPaint paint, float left, float top)
    {
        // From the top of a line to where its letters stand.
        float y = top + (Size * 0.93f);
        foreach (List<(string Text, SKFont Font)> line in _lines)
        {
            float x = left;
            foreach ((string text, SKFont font) in line)
            {
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
                x += font.MeasureText(text);
            }

            y += Size * 1.17f;
        }
    }

    public void Dispose()
    {
        foreach (SKFont font in _fonts)
        {
            font.Dispose();
        }
    }

    /// <summary>Parts of a line that one font can write each.</summary>
    private List<(string Text, SKFont Font)> Split(string line)
    {
        List<(string Text, SKFont Font)> runs = [];
        var run = new StringBuilder();
        SKFont font = _fonts[0];
        foreach (Rune rune in line.EnumerateRunes())
        {
            SKFont best = FontOf(rune);
            if (best != font && run.Length > 0)
            {
                runs.Add((run.ToString(), font));
                run.Clear();
            }

            font = best;
            run.Append(rune.ToString());
        }

        runs.Add((run.ToString(), font));
        return runs;
    }

    private SKFont FontOf(Rune rune)
    {
        if (_fonts.Find(font => font.ContainsGlyph(rune.Value)) is { } known)
        {
            return known;
        }

        if (SKFontManager.Default.MatchCharacter(rune.Value) is not { } other)
        {
            return _fonts[0];
        }

        SKFont found = NewFont(other);
        _fonts.Add(found);
        return found;
    }

    private SKFont NewFont(SKTypeface face) => new(face, Size) { Subpixel = true, Edging = SKFontEdging.Antialias };

    private void Measure() => Width = _lines.Max(line => line.Sum(run => run.Font.MeasureText(run.Text)));
}
