using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace FaceCmdlets.HelpCompiler;

/// <summary>A cmdlet's parameters as the assembly has them, so that no page can say otherwise.</summary>
internal sealed record CommandShape(string Name, string? DefaultSet, IReadOnlyList<ParameterShape> Parameters)
{
    public static CommandShape Of(string name, Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
        IEnumerable<ParameterShape> parameters = type.GetProperties()
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
            .OrderBy(property => property.DeclaringType == type ? 0 : 1)
            .ThenBy(property => property.MetadataToken)
            .Select(ParameterShape.Of);
        return new CommandShape(name, cmdlet.DefaultParameterSetName, [.. parameters, .. cmdlet.SupportsShouldProcess ? ParameterShape.ShouldProcess : []]);
    }

    /// <summary>The default one first, which may have no parameter of its own.</summary>
    public IEnumerable<string> Sets => Parameters.SelectMany(parameter => parameter.Sets.Keys).Prepend(DefaultSet ?? ParameterAttribute.AllParameterSets).Where(set => set != ParameterAttribute.AllParameterSets).Distinct().DefaultIfEmpty(ParameterAttribute.AllParameterSets);
}

/// <summary>One parameter.</summary>
internal sealed record ParameterShape(string Name, Type Type, IReadOnlyDictionary<string, ParameterAttribute> Sets, IReadOnlyList<string> Aliases, IReadOnlyList<string> Values, bool Wildcards, string? Default)
{
    public static ParameterShape[] ShouldProcess { get; } = [Switch("WhatIf", "wi"), Switch("Confirm", "cf")];

    public bool IsCommon => this == ShouldProcess[0] || this == ShouldProcess[1];

    public ParameterAttribute? In(string set) => Sets.TryGetValue(set, out ParameterAttribute? attribute) || Sets.TryGetValue(ParameterAttribute.AllParameterSets, out attribute) ? attribute : null;

    public static ParameterShape Of(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Type element = type.IsArray ? type.GetElementType()! : type;
        IReadOnlyList<string> values = property.GetCustomAttribute<ValidateSetAttribute>()?.ValidValues is { } set ? [.. set] : element.IsEnum ? Enum.GetNames(element) : [];
        return new ParameterShape(
            property.Name,
            type,
            property.GetCustomAttributes<ParameterAttribute>().Where(attribute => !attribute.DontShow).ToDictionary(attribute => attribute.ParameterSetName),
            [.. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []],
            values,
            property.IsDefined(typeof(SupportsWildcardsAttribute)),
            property.GetCustomAttribute<PSDefaultValueAttribute>() is { } given ? given.Help ?? Convert.ToString(given.Value, CultureInfo.InvariantCulture) : null);
    }

    private static ParameterShape Switch(string name, string alias) =>
        new(name, typeof(SwitchParameter), new Dictionary<string, ParameterAttribute> { [ParameterAttribute.AllParameterSets] = new() }, [alias], [], false, null);
}
