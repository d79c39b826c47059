using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FaceCmdlets.Tools.Commands;

/// <summary>ConvertTo-Json: -Depth, -Compress. As in pwsh, a .NET object gives its public properties, and an enum its number.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compressed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<object?> _items = [];

    [Parameter(Position = 0, ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing()
    {
        object? value = _items.Count == 1 ? _items[0] : _items;
        WriteObject(ToNode(value, 0)?.ToJsonString(Compress ? Compressed : Indented) ?? "null");
    }

    private JsonNode? ToNode(object? value, int depth)
    {
        object? it = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        switch (it)
        {
            case null:
                return null;
            case string or bool or int or long or double or float or decimal or byte or DateTime or DateTimeOffset or Guid:
                return JsonValue.Create(JsonSerializer.SerializeToElement(it, it.GetType()));
            case Enum number:
                return JsonValue.Create(Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));
            case Uri uri:
                return JsonValue.Create(uri.OriginalString);
        }

        if (depth > Depth)
        {
            return JsonValue.Create(LanguagePrimitives.ConvertTo<string>(it));
        }

        if (it is IDictionary dictionary)
        {
            return new JsonObject(dictionary.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(entry.Key.ToString()!, ToNode(entry.Value, depth + 1))));
        }

        if (it is IEnumerable items)
        {
            return new JsonArray([.. items.Cast<object?>().Select(item => ToNode(item, depth + 1))]);
        }

        IEnumerable<(string Name, object? Value)> members = it is PSObject custom
            ? custom.Properties.Select(property => (property.Name, (object?)property.Value))
            : it.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).Select(property => (property.Name, property.GetValue(it)));
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, ToNode(member.Value, depth + 1))));
    }
}
