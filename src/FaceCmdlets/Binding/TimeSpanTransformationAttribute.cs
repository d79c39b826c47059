using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes a number as seconds, as the service does; anything else converts as PowerShell has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeSpanTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        int or long or double or decimal => TimeSpan.FromSeconds(Convert.ToDouble(inputData is PSObject o ? o.BaseObject : inputData, CultureInfo.InvariantCulture)),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => TimeSpan.FromSeconds(seconds),
        var other => other,
    };
}
