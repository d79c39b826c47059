using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FaceCmdlets.HelpCompiler;

/// <summary>A page of docs/en-US: a heading a section, a sub-heading an example or a parameter.</summary>
internal sealed class HelpPage
{
    private readonly Dictionary<string, List<Block>> _sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _source;

    private HelpPage(string source)
    {
        _source = source;
    }

    /// <summary>A part of a section: its heading, its code and its words.</summary>
    public sealed record Part(string Title, string Code, IReadOnlyList<string> Paragraphs);

    public IReadOnlyList<string> Synopsis => Paragraphs("SYNOPSIS");

    public IReadOnlyList<string> Description => Paragraphs("DESCRIPTION");

    public IReadOnlyList<Part> Examples => Parts("EXAMPLES");

    public IReadOnlyList<Part> Parameters => Parts("PARAMETERS");

    public IReadOnlyList<Part> Inputs => Parts("INPUTS");

    public IReadOnlyList<Part> Outputs => Parts("OUTPUTS");

    public IReadOnlyList<string> Notes => Paragraphs("NOTES");

    public IReadOnlyList<(string Text, string Url)> Links => [.. Section("RELATED LINKS").SelectMany(LinksIn).Select(link => (Text(link), link.Url ?? string.Empty))];

    public static HelpPage Read(string path)
    {
        var page = new HelpPage(File.ReadAllText(path));
        List<Block>? current = null;
        foreach (Block block in Markdown.Parse(page._source))
        {
            if (block is HeadingBlock { Level: 2 } heading)
            {
                page._sections[Text(heading.Inline!)] = current = [];
            }
            else
            {
                current?.Add(block);
            }
        }

        return page;
    }

    public IEnumerable<string> Complaints(CommandShape shape)
    {
        foreach (string name in (string[])["SYNOPSIS", "DESCRIPTION", "EXAMPLES", "RELATED LINKS"])
        {
            if (Section(name).Count == 0)
            {
                yield return $"{name} is missing or empty.";
            }
        }

        if (Links.Count == 0)
        {
            yield return "RELATED LINKS has no link.";
        }

        if (Examples.Count < 2)
        {
            yield return "there are fewer than two examples.";
        }

        foreach (Part example in Examples.Where(example => example.Code.Length == 0 || example.Paragraphs.Count == 0))
        {
            yield return $"'{example.Title}' has no code or no words.";
        }

        string[] described = [.. Parameters.Select(parameter => parameter.Title.TrimStart('-'))];
        foreach (ParameterShape parameter in shape.Parameters.Where(parameter => !parameter.IsCommon))
        {
            if (!Parameters.Any(part => part.Title == "-" + parameter.Name && part.Paragraphs.Count > 0))
            {
                yield return $"-{parameter.Name} is not described.";
            }
        }

        foreach (string name in described.Where(name => !shape.Parameters.Any(parameter => parameter.Name == name)))
        {
            yield return $"-{name} is no parameter of {shape.Name}.";
        }
    }

    private static string Text(ContainerInline? inline) => inline is null ? string.Empty : string.Concat(inline.Select(Text));

    private static string Text(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        AutolinkInline link => link.Url,
        ContainerInline container => Text(container),
        _ => string.Empty,
    };

    private static IEnumerable<string> Words(Block block) => block switch
    {
        ParagraphBlock paragraph => [Text(paragraph.Inline)],
        ListBlock list => list.OfType<ListItemBlock>().Select(item => "- " + string.Join(' ', item.SelectMany(Words))),
        _ => [],
    };

    /// <summary>A paragraph's own words are no descendants of it.</summary>
    private static IEnumerable<LinkInline> LinksIn(Block block) => block is LeafBlock leaf ? leaf.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private List<Block> Section(string name) => _sections.GetValueOrDefault(name) ?? [];

    private List<string> Paragraphs(string section) => [.. Section(section).SelectMany(Words)];

    private List<Part> Parts(string section)
    {
        List<Part> parts = [];
        string? title = null;
        List<string> code = [], words = [];
        foreach (Block block in Section(section).Append(new HeadingBlock(null!) { Level = 3 }))
        {
            if (block is HeadingBlock heading)
            {
                if (title is not null)
                {
                    parts.Add(new Part(title, string.Join("\n\n", code), [.. words]));
                }

                title = Text(heading.Inline);
                code = [];
                words = [];
            }
            else if (block is FencedCodeBlock fence)
            {
                code.Add(fence.Lines.ToString());
            }
            else
            {
                words.AddRange(Words(block));
            }
        }

        return parts;
    }
}
