using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Sort-Object: -Property, -Descending.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string[] Property { get; set; } = [];

    [Parameter]
    public SwitchParameter Descending { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var comparer = Comparer<object?[]>.Create((a, b) => a.Zip(b, (x, y) => LanguagePrimitives.Compare(x, y, true)).FirstOrDefault(order => order != 0));
        IEnumerable<PSObject> sorted = Descending ? _items.OrderByDescending(Keys, comparer) : _items.OrderBy(Keys, comparer);
        WriteObject(sorted, enumerateCollection: true);
    }

    private object?[] Keys(PSObject item) => Property.Length == 0 ? [item.BaseObject] : [.. Property.Select(name => item.Properties[name]?.Value)];
}
