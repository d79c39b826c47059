using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>How words that may be a pattern are taken.</summary>
internal static class NamePattern
{
    /// <summary>The words as a pattern; null where they can only be a name, as with one [ that nothing closes.</summary>
    public static WildcardPattern? Of(string words)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(words))
        {
            return null;
        }

        WildcardPattern pattern = WildcardPattern.Get(words, WildcardOptions.IgnoreCase);
        try
        {
            // A pattern is read when it is first asked.
            pattern.IsMatch(string.Empty);
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }

    /// <summary>Whether the pattern may as well be the name of something that it does not mean alone: one with [ ] or ?. A name with * comes with all that it matches.</summary>
    public static bool MayBeName(string words) => words.AsSpan().ContainsAny('[', '?');
}
