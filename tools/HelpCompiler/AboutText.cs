using Markdig;

namespace FaceCmdlets.HelpCompiler;

/// <summary>An about_ topic: the markdown without its marks.</summary>
internal static class AboutText
{
    public static string FromMarkdown(string markdown) => Markdown.ToPlainText(markdown).ReplaceLineEndings("\n");
}
