using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>What befell a call on its way: whether a try may have been done by the service although no answer to it came.</summary>
internal sealed class CallFate
{
    public const string Key = "FaceCmdlets.Fate";

    /// <summary>Whether an answer to it was lost, so that a later try may meet what an earlier one did.</summary>
    public bool AnswerWasLost { get; private set; }

    /// <summary>Whether that was a call that adds a person or a face: the service takes the same one twice.</summary>
    public bool WasAddition { get; private set; }

    /// <summary>The command that shows whether it was added; null where nothing was.</summary>
    public string? Look { get; private set; }

    /// <summary>Notes that a try had no answer.</summary>
    /// <returns>Whether it may be tried again without doing it twice.</returns>
    public static bool LoseAnswer(HttpMessage message)
    {
        bool addition = message.Request.Method == RequestMethod.Post
            && (message.Request.Uri.Path.EndsWith("/persons", StringComparison.OrdinalIgnoreCase) || message.Request.Uri.Path.EndsWith("/persistedfaces", StringComparison.OrdinalIgnoreCase));
        if (message.TryGetProperty(Key, out object? value) && value is CallFate fate)
        {
            fate.AnswerWasLost = true;
            fate.WasAddition = addition;
            fate.Look = addition ? CommandFor(message.Request.Uri.Path) : null;
        }

        return !addition;
    }

    /// <param name="path">.../largepersongroups/GROUP/persons/PERSON/persistedfaces and its kin.</param>
    private static string? CommandFor(string path)
    {
        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        int kind = Array.FindIndex(parts, part => part.EndsWith("persongroups", StringComparison.OrdinalIgnoreCase) || part.EndsWith("facelists", StringComparison.OrdinalIgnoreCase));
        if (kind < 0)
        {
            return null;
        }

        string standard = parts[kind].StartsWith("large", StringComparison.OrdinalIgnoreCase) ? string.Empty : " -Standard";
        string within = NextCommand.Quoted(parts[kind + 1]);
        return parts[(kind + 2)..] switch
        {
            [_] when parts[kind].EndsWith("lists", StringComparison.OrdinalIgnoreCase) => $"Get-AzFaceListFace {within}{standard}",
            [_] => $"Get-AzFacePerson {within}{standard}",
            [_, var person, _] => $"Get-AzFacePersonFace {within} {person}{standard}",
            _ => null,
        };
    }
}
