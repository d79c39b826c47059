using System.Collections;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Reads rules from a .psd1 file: data only, as Import-PowerShellDataFile does. No code in it ever runs.</summary>
internal static class PhotoRuleFile
{
    private const long LargestBytes = 1024 * 1024;

    public static IDictionary Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestBytes })
        {
            throw new ArgumentException($"'{path}' has more than 1 MB: these are no rules.");
        }

        ScriptBlockAst file = Parser.ParseInput(File.ReadAllText(path), path, out _, out ParseError[] errors);
        if (errors is [var first, ..])
        {
            throw new ArgumentException($"'{path}' line {first.Extent.StartLineNumber}: {first.Message}");
        }

        // Nothing before, behind or around the table: no blocks of their own, no trap.
        if (file is not { ParamBlock: null, EndBlock.Statements: [PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0, Expression: HashtableAst table }] }] }
            || file.FindAll(part => part is NamedBlockAst or TrapStatementAst, searchNestedScriptBlocks: true).Count() != 1)
        {
            throw new ArgumentException($"'{path}' is no table of rules. It looks like this: @{{ RuleSet = 'DirectoryThumbnail'; MaximumYaw = 10 }}");
        }

        try
        {
            return (IDictionary)table.SafeGetValue();
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException($"'{path}' has code in it; rules are data only (numbers, texts, $true, $false, $null): {e.Message}", e);
        }
    }
}
