using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FaceCmdlets.Tests.FaceClientTests;

/// <summary>What an assembly uses of the client: types, and members as Type.Member(parameter types), read from its metadata.</summary>
internal sealed class UsedMembers : ISignatureTypeProvider<string, object?>
{
    private const string Client = "Azure.AI.Vision.Face";

    public static SortedSet<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        var provider = new UsedMembers();
        SortedSet<string> used = new(StringComparer.Ordinal);
        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            MemberReference member = reader.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference || TypeOf(reader, (TypeReferenceHandle)member.Parent) is not { } type)
            {
                continue;
            }

            string name = reader.GetString(member.Name);
            used.Add(member.GetKind() == MemberReferenceKind.Field ? $"{type}.{name}"
                : name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? $"{type}.{name[4..]}"
                : $"{(name == ".ctor" ? type : $"{type}.{name}")}({string.Join(", ", member.DecodeMethodSignature(provider, null).ParameterTypes)})");
        }

        return used;
    }

    /// <summary>A line of the surface in the same notation.</summary>
    public static string Plain(string line)
    {
        string text = line.Replace("static ", string.Empty, StringComparison.Ordinal).Replace("virtual ", string.Empty, StringComparison.Ordinal).Replace("public ", string.Empty, StringComparison.Ordinal);
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return text.Split(" : ")[0].Split(" = ")[0];
        }

        int close = text.LastIndexOf(')');
        IEnumerable<string> types = Parts(text[(open + 1)..close]).Select(part => part[..part.LastIndexOf(' ', part.Contains(" = ", StringComparison.Ordinal) ? part.IndexOf(" = ", StringComparison.Ordinal) - 1 : part.Length - 1)]);
        return $"{text[..open]}({string.Join(", ", types)})";
    }

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType == "Nullable" ? typeArguments[0] + "?" : $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.Single => "float",
        PrimitiveTypeCode.String => "string",
        PrimitiveTypeCode.Object => "object",
        PrimitiveTypeCode.Void => "void",
        _ => typeCode.ToString(),
    };

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name).Split('`')[0];

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private static string? TypeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? TypeOf(reader, (TypeReferenceHandle)type.ResolutionScope) is { } outer ? $"{outer}.{name}" : null
            : reader.GetString(type.Namespace) == Client ? name : null;
    }

    private static IEnumerable<string> Parts(string parameters)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            depth += parameters[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (parameters[i] == ',' && depth == 0)
            {
                yield return parameters[start..i].Trim();
                start = i + 1;
            }
        }

        if (parameters[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }
}
