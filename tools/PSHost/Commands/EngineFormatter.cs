using System.Management.Automation;
using System.Reflection;

namespace FaceCmdlets.Tools.Commands;

/// <summary>The engine holds the formatters but not the cmdlets; its field for them is internal.</summary>
internal static class EngineFormatter
{
    public static void Attach(Cmdlet cmdlet, string formatter, params int[] shape)
    {
        Type type = typeof(PSObject).Assembly.GetType("Microsoft.PowerShell.Commands.Internal.Format." + formatter, throwOnError: true)!;
        FieldInfo field = cmdlet.GetType().GetField("implementation", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            ?? throw new MissingFieldException(cmdlet.GetType().Name, "implementation");
        field.SetValue(cmdlet, Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [.. shape.Select(number => Enum.ToObject(typeof(PSObject).Assembly.GetType("Microsoft.PowerShell.Commands.Internal.Format.FormatShape", throwOnError: true)!, number))], null));
    }
}
