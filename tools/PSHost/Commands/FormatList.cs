using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Format-List, by the engine's own formatter.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand()
    {
        EngineFormatter.Attach(this, "InnerFormatShapeCommand", 1);
    }
}
