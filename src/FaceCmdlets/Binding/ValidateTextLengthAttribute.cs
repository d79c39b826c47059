using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>Holds a text to its limits, as ValidateLength does, and takes nothing for nothing: an object of the pipeline may have the property without a value.</summary>
/// <param name="least">Characters at least.</param>
/// <param name="most">Characters at most.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateTextLengthAttribute(int least, int most) : ValidateArgumentsAttribute
{
    public int Least => least;

    public int Most => most;

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is string text && (text.Length < least || text.Length > most))
        {
            throw new ValidationMetadataException(FormattableString.Invariant($"It has {text.Length} characters; the service takes {least} to {most}."));
        }
    }
}
