using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Takes what converts to the type, and refuses the rest: the binder would leave an optional parameter out, and the command would do something else than the row says.</summary>
/// <param name="type">What the parameter takes.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConvertedTransformationAttribute(Type type) : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is null or "")
        {
            return null;
        }

        return LanguagePrimitives.TryConvertTo(given, type, System.Globalization.CultureInfo.InvariantCulture, out object converted)
            ? converted
            : throw new ArgumentTransformationMetadataException(type.IsEnum ? $"'{given}' is none of {string.Join(", ", Enum.GetNames(type))}." : $"'{given}' is no {type.Name}.");
    }
}
