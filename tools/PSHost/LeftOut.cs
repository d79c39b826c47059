using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace FaceCmdlets.Tools;

/// <summary>Says of a standard cmdlet that this host leaves out that pwsh has it.</summary>
internal static class LeftOut
{
    /// <summary>Nouns of pwsh's own modules Management, Utility and Security.</summary>
    private static readonly HashSet<string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "Acl", "Alias", "AuthenticodeSignature", "Breakpoint", "CimInstance", "Clipboard", "Clixml", "ComputerInfo", "Content", "Credential", "Csv", "Culture", "Custom",
        "Date", "Error", "ExecutionPolicy", "File", "FileHash", "FormatData", "GridView", "Guid", "Host", "HotFix", "Html", "Item", "ItemProperty", "ItemPropertyValue", "Json",
        "Location", "Markdown", "Member", "Object", "Path", "PowerShellDataFile", "Process", "Progress", "PSDrive", "PSProvider", "Random", "RestMethod", "Runspace", "SecureRandom",
        "SecureString", "Service", "Sleep", "String", "StringData", "TimeSpan", "TimeZone", "TypeData", "UICulture", "Unique", "Uptime", "Variable", "Verb", "Warning", "Debug",
        "Verbose", "Information", "Output", "WebRequest", "Wide", "Xml", "Connection", "Expression", "Command", "Printer", "Table", "List",
    };

    public static void Announce(Runspace runspace) =>
        runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = (_, e) =>
        {
            string[] parts = e.CommandName.Split('-');
            if (parts.Length == 2 && Nouns.Contains(parts[1]))
            {
                // The engine swallows what a handler throws, but runs the script that it is given.
                e.CommandScriptBlock = ScriptBlock.Create($"throw '{e.CommandName} is one of the standard cmdlets that tools/PSHost leaves out; pwsh has it.'");
                e.StopSearch = true;
            }
        };
}
