using System.Collections;
using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>A row whose columns are the keys of a hashtable, such as ConvertFrom-Json -AsHashtable makes.</summary>
internal static class KeyedRow
{
    /// <summary>The same as an object with properties; everything else as it is.</summary>
    public static PSObject From(object given)
    {
        if ((given is PSObject wrapped ? wrapped.BaseObject : given) is not IDictionary table)
        {
            return PSObject.AsPSObject(given);
        }

        var row = new PSObject();
        foreach ((object key, string name) in Columns(table))
        {
            if (row.Properties[name] is null)
            {
                row.Properties.Add(new PSNoteProperty(name, table[key]));
            }
        }

        return row;
    }

    /// <summary>
    /// Lets the binder find the keys as it finds the properties of other objects: they become extended properties of the
    /// hashtable, which read and write the keys themselves, so that $table.Key stays what it was.
    /// </summary>
    public static void ShowKeys(IDictionary table)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(table).Properties;
        foreach (KeyProperty gone in properties.OfType<KeyProperty>().Where(property => !table.Contains(property.Key)).ToArray())
        {
            properties.Remove(gone.Name);
        }

        foreach ((object key, string name) in Columns(table))
        {
            if (properties[name] is null)
            {
                properties.Add(new KeyProperty(table, key, name));
            }
        }
    }

    private static IEnumerable<(object Key, string Name)> Columns(IDictionary table) =>
        from key in table.Keys.Cast<object>().ToArray()
        let name = key.ToString()
        where name is { Length: > 0 }
        select (key, name);

    /// <summary>A key as a property.</summary>
    private sealed class KeyProperty(IDictionary table, object key, string name) : PSNoteProperty(name, null)
    {
        public object Key => key;

        public override object? Value
        {
            get => table[key];
            set => table[key] = value;
        }

        public override PSMemberInfo Copy() => new KeyProperty(table, key, Name);
    }
}
