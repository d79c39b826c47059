using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>
/// A person group, a face list or a person as the cmdlets take it: an id, a name, or an object, which also knows whether it is of the small
/// collections.
/// </summary>
public sealed class FaceCollectionReference
{
    /// <summary>Takes an id or a name.</summary>
    /// <param name="idOrName">The id or the name.</param>
    public FaceCollectionReference(string idOrName)
    {
        IdOrName = idOrName;
    }

    internal FaceCollectionReference(string id, bool standard)
        : this(id)
    {
        Standard = standard;
    }

    /// <summary>The id or the name.</summary>
    public string IdOrName { get; }

    /// <summary>Whether it is of the small collections; null where it is an id or a name, of which -Standard says so.</summary>
    public bool? Standard { get; }

    /// <inheritdoc />
    public override string ToString() => IdOrName;

    /// <summary>Whether the small collections are meant: an object knows it of itself, of ids and names the switch says so.</summary>
    /// <param name="invocation">Where the switch is bound or not.</param>
    /// <param name="standard">The switch.</param>
    /// <param name="named">What is named; null where the pipeline still has to bring it.</param>
    /// <exception cref="FaceServiceException">They do not agree: nothing is done then, as it might be done to another.</exception>
    internal static bool IsStandard(InvocationInfo invocation, SwitchParameter standard, params FaceCollectionReference?[] named)
    {
        if (Array.Find(named, one => one?.Standard is not null) is not { Standard: { } known } first)
        {
            return standard;
        }

        if (Array.Find(named, one => one?.Standard is { } size && size != known) is { } other)
        {
            throw Differ($"'{first}' is a {LookupWords.SizeOf(known)} one, but '{other}' is of the {LookupWords.SizeOf(!known)} ones: name both of the same group.");
        }

        return !invocation.BoundParameters.ContainsKey(nameof(Standard)) || standard == known ? known
            : throw Differ($"'{first}' is a {LookupWords.SizeOf(known)} one, but -Standard:${(standard ? "true" : "false")} means the {LookupWords.SizeOf(standard)} ones. Leave it out; where the pipeline brings it, add {(known ? "-Standard" : "-Standard:$false")}.");
    }

    private static FaceServiceException Differ(string message) => new("StandardDiffers", message, ErrorCategory.InvalidArgument, false);
}
