using System.Management.Automation;
using System.Reflection;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Select-Object: -Property (names and wildcards), -ExpandProperty, -First, -Last, -Skip.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _last = new();
    private int _seen;
    private int _written;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string[]? Property { get; set; }

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public int First { get; set; } = int.MaxValue;

    [Parameter]
    public int Last { get; set; }

    [Parameter]
    public int Skip { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null || _seen++ < Skip)
        {
            return;
        }

        if (Last > 0)
        {
            _last.Enqueue(InputObject);
            if (_last.Count > Last)
            {
                _last.Dequeue();
            }

            return;
        }

        Emit(InputObject);
        if (++_written >= First)
        {
            StopUpstream();
        }
    }

    protected override void EndProcessing()
    {
        foreach (PSObject item in _last)
        {
            Emit(item);
        }
    }

    private void Emit(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            WriteObject(item.Properties[ExpandProperty]?.Value, enumerateCollection: true);
            return;
        }

        if (Property is null)
        {
            WriteObject(item);
            return;
        }

        var selected = new PSObject();
        foreach (string name in Property)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
            {
                selected.Properties.Add(new PSNoteProperty(name, item.Properties[name]?.Value));
                continue;
            }

            foreach (PSPropertyInfo found in item.Properties.Match(name))
            {
                selected.Properties.Add(new PSNoteProperty(found.Name, found.Value));
            }
        }

        WriteObject(selected);
    }

    /// <summary>Stops what feeds this cmdlet, as pwsh's own does. The engine's exception for it is internal.</summary>
    private void StopUpstream()
    {
        Type type = typeof(PSObject).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [this], null)!;
    }
}
