using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace FaceCmdlets.Tests.Module;

/// <summary>What a user or a script can rely on in FaceCmdlets.dll, a line each: cmdlets with their parameters, types with their members.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => Type(type).Prepend(string.Empty)).Skip(1)];

    private static IEnumerable<string> Type(Type type)
    {
        IEnumerable<string> bases = (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [parent] : System.Type.EmptyTypes)
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(face => face.IsPublic)).Select(Name).Order(StringComparer.Ordinal);
        yield return $"{Kind(type)} {Name(type)}{(bases.Any() ? " : " + string.Join(", ", bases) : string.Empty)}";
        foreach (CmdletAttribute cmdlet in type.GetCustomAttributes<CmdletAttribute>(inherit: false))
        {
            string output = string.Join(", ", type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(it => it.Type).Select(it => it.Type is { } emitted ? Name(emitted) : it.Name).Order(StringComparer.Ordinal));
            yield return $"    cmdlet {cmdlet.VerbName}-{cmdlet.NounName}{(cmdlet.SupportsShouldProcess ? $", asks (impact {cmdlet.ConfirmImpact})" : string.Empty)}{(cmdlet.DefaultParameterSetName is { Length: > 0 } and not ParameterAttribute.AllParameterSets and var set ? $", default set {set}" : string.Empty)} -> {output}";
        }

        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            : type.GetMembers(Declared).Select(Member).OfType<string>().Order(StringComparer.Ordinal);
        foreach (string member in members)
        {
            yield return "    " + member;
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsShown(constructor) => $"{Access(constructor)}new({Parameters(constructor)})",
        // Overrides are no news: what they override is.
        MethodInfo method when IsShown(method) && method.GetBaseDefinition() == method && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Access(method)}{method.Name}({Parameters(method)}) : {Name(method.ReturnType)}",
        PropertyInfo property when property.GetMethod is { } get && IsShown(get) => Property(property, get),
        FieldInfo { IsPublic: true } field => $"field {field.Name} : {Name(field.FieldType)}",
        EventInfo happening => $"event {happening.Name}",
        _ => null,
    };

    private static string Property(PropertyInfo property, MethodInfo get)
    {
        string set = property.SetMethod is { } setter && IsShown(setter) ? (setter.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "; init" : "; set") : string.Empty;
        string dynamic = property.GetCustomAttribute<HiddenAttribute>() is null ? string.Empty : " (hidden)";
        return $"{Access(get)}{property.Name} : {Name(property.PropertyType)} {{ get{set} }}{dynamic}{CmdletParameter(property)}";
    }

    /// <summary>What binds an argument to a parameter of a cmdlet.</summary>
    private static string CmdletParameter(PropertyInfo property)
    {
        IEnumerable<string> sets = property.GetCustomAttributes<ParameterAttribute>().OrderBy(it => it.ParameterSetName, StringComparer.Ordinal).Select(it => string.Join(' ', new[]
        {
            it.ParameterSetName == ParameterAttribute.AllParameterSets ? null : it.ParameterSetName,
            it.Mandatory ? "mandatory" : null,
            it.Position == int.MinValue ? null : "position " + it.Position.ToString(CultureInfo.InvariantCulture),
            it.ValueFromPipeline ? "by value" : null,
            it.ValueFromPipelineByPropertyName ? "by name" : null,
            it.ValueFromRemainingArguments ? "the rest" : null,
        }.OfType<string>()));
        IEnumerable<string> others = property.GetCustomAttributes().Select(it => it switch
        {
            AliasAttribute alias => "alias " + string.Join(" ", alias.AliasNames),
            ValidateSetAttribute values => "one of " + string.Join(" ", values.ValidValues),
            ValidateRangeAttribute { MinRange: not null } range => FormattableString.Invariant($"from {range.MinRange} to {range.MaxRange}"),
            ValidateLengthAttribute length => FormattableString.Invariant($"length {length.MinLength} to {length.MaxLength}"),
            ValidateArgumentsAttribute own when own.GetType().GetProperty("Least") is { } least => FormattableString.Invariant($"length {least.GetValue(own)} to {own.GetType().GetProperty("Most")!.GetValue(own)}"),
            ValidateCountAttribute count => FormattableString.Invariant($"count {count.MinLength} to {count.MaxLength}"),
            _ => null,
        }).OfType<string>().Order(StringComparer.Ordinal);
        return property.IsDefined(typeof(ParameterAttribute)) ? $" parameter [{string.Join("] [", sets)}]{string.Concat(others.Select(it => $" [{it}]"))}" : string.Empty;
    }

    private static string Access(MethodBase method) => (method.IsPublic ? string.Empty : "protected ") + (method.IsStatic ? "static " : string.Empty);

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : string.Empty)}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        }

        string name = Keywords.GetValueOrDefault(type) ?? (type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name);
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
