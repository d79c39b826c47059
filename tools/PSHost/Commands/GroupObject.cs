using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;

namespace FaceCmdlets.Tools.Commands;

/// <summary>Group-Object: -Property with one name.</summary>
[Cmdlet("Group", "Object")]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly Dictionary<string, Collection<PSObject>> _groups = new(StringComparer.CurrentCultureIgnoreCase);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, Mandatory = true)]
    public string Property { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        string key = Convert.ToString(InputObject.Properties[Property]?.Value, CultureInfo.CurrentCulture) ?? string.Empty;
        if (!_groups.TryGetValue(key, out Collection<PSObject>? group))
        {
            _groups[key] = group = [];
        }

        group.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        foreach ((string name, Collection<PSObject> group) in _groups.OrderBy(pair => pair.Key, StringComparer.CurrentCultureIgnoreCase))
        {
            var result = new PSObject();
            result.Properties.Add(new PSNoteProperty("Count", group.Count));
            result.Properties.Add(new PSNoteProperty("Name", name));
            result.Properties.Add(new PSNoteProperty("Group", group));
            WriteObject(result);
        }
    }
}
