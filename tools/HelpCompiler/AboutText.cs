using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FaceCmdlets.HelpCompiler;

/// <summary>An about_ topic as Get-Help shows it: headings in capitals, text in 80 columns, code further in.</summary>
internal static class AboutText
{
    private const int Columns = 80;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static string FromMarkdown(string markdown)
    {
        var text = new StringBuilder();
        foreach (Block block in Markdown.Parse(markdown, Pipeline))
        {
            Write(text, block, 4);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder text, Block block, int indent)
    {
        switch (block)
        {
            case HeadingBlock heading:
                string title = Text(heading.Inline!);
                text.Append(heading.Level switch
                {
                    1 => $"TOPIC\n    {title}\n\n",
                    2 => title.ToUpperInvariant() + "\n",
                    _ => $"  {title}\n\n",
                });
                break;
            case CodeBlock code:
                foreach (Markdig.Helpers.StringLine line in code.Lines.Lines.Take(code.Lines.Count))
                {
                    text.Append(' ', line.Slice.IsEmpty ? 0 : indent + 4).Append(line.Slice.ToString()).Append('\n');
                }

                text.Append('\n');
                break;
            case ListBlock list:
                foreach (Block item in list)
                {
                    WriteItem(text, (ListItemBlock)item, indent);
                }

                text.Append('\n');
                break;
            case Table table:
                WriteTable(text, table, indent);
                break;
            case ParagraphBlock paragraph:
                Wrap(text, Text(paragraph.Inline!), new string(' ', indent), new string(' ', indent));
                text.Append('\n');
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment }:
                break;
            default:
                throw new NotSupportedException($"about_ topics have no {block.GetType().Name}.");
        }
    }

    private static void WriteItem(StringBuilder text, ListItemBlock item, int indent)
    {
        foreach (ParagraphBlock paragraph in item.OfType<ParagraphBlock>())
        {
            Wrap(text, Text(paragraph.Inline!), new string(' ', indent) + "- ", new string(' ', indent + 2));
        }
    }

    private static void WriteTable(StringBuilder text, Table table, int indent)
    {
        string[][] rows = [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<ParagraphBlock>().Select(paragraph => Text(paragraph.Inline!)))).ToArray())];
        int first = rows.Max(row => row[0].Length) + 2;
        foreach (string[] row in rows.Skip(1))
        {
            Wrap(text, string.Join("; ", row.Skip(1)), new string(' ', indent) + row[0].PadRight(first), new string(' ', indent + first));
        }

        text.Append('\n');
    }

    private static void Wrap(StringBuilder text, string words, string first, string others)
    {
        var line = new StringBuilder(first);
        bool isEmpty = true;
        foreach (string word in words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Columns)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(others);
                isEmpty = true;
            }

            line.Append(isEmpty ? string.Empty : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }

    private static string Text(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        LinkInline link when link.Url?.EndsWith(".md", StringComparison.Ordinal) == true => Text(link),
        LinkInline link => $"{Text(link)} ({link.Url})",
        ContainerInline container => Text(container),
        AutolinkInline address => address.Url,
        _ => string.Empty,
    }));
}
