using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Format-Table, by the engine's own formatter.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand()
    {
        EngineFormatter.Attach(this, "InnerFormatShapeCommand", 0);
    }
}
