using System.Reflection;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>The public members of the client's assembly, spelled out as <see cref="SurfaceText"/> spells them.</summary>
internal static class SurfaceOfAssembly
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(float)] = "float",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static SortedSet<string> Read() => new(typeof(Azure.AI.Vision.Face.FaceClient).Assembly.GetExportedTypes().SelectMany(Members), StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        string name = type.IsNested ? type.DeclaringType!.Name + "." + type.Name : type.Name;
        if (type.IsEnum)
        {
            yield return "enum " + name;
            foreach (object value in Enum.GetValues(type))
            {
                yield return $"{name}.{value} = {(int)value}";
            }

            yield break;
        }

        yield return (type.IsValueType ? "struct " : type is { IsAbstract: true, IsSealed: true } ? "static class " : "class ") + name + (type.BaseType == typeof(object) || type.IsValueType ? string.Empty : " : " + Name(type.BaseType!));
        foreach (Type face in type.GetInterfaces().Where(face => face.IsPublic))
        {
            yield return $"{name} : {Name(face)}";
        }

        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            string? text = member switch
            {
                ConstructorInfo constructor when Shown(constructor) => $"{(constructor.IsPublic ? "public" : "protected")} {name}({Parameters(constructor)})",
                MethodInfo method when Shown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Method(name, method),
                PropertyInfo property when property.GetMethod is { } get && Shown(get) => Property(name, property, get),
                FieldInfo { IsPublic: true } field => "field " + field.Name,
                EventInfo @event => "event " + @event.Name,
                _ => null,
            };
            if (text is not null)
            {
                yield return text;
            }
        }
    }

    private static bool Shown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Method(string type, MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : string.Empty;
        string kind = method.IsStatic ? "static " : method is { IsVirtual: true, IsFinal: false } && (method.Attributes & MethodAttributes.NewSlot) != 0 ? "virtual " : string.Empty;
        return $"{kind}{type}.{method.Name}{generic}({Parameters(method)}) : {Name(method.ReturnType)}";
    }

    private static string Property(string type, PropertyInfo property, MethodInfo get)
    {
        string kind = get.IsStatic ? "static " : get is { IsVirtual: true, IsFinal: false } ? "virtual " : string.Empty;
        string access = property.SetMethod is { } set && Shown(set) ? "get; set" : "get";
        string value = get.IsStatic ? " = " + property.GetValue(null) : string.Empty;
        return $"{kind}{type}.{property.Name} : {Name(property.PropertyType)} {{ {access} }}{value}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : string.Empty)}"));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null or false or 0 or 0f => "default",
        object value when parameter.ParameterType.IsEnum => Enum.GetName(parameter.ParameterType, value)!,
        object value => value.ToString()!,
    };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        return type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
