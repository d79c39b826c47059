using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes names of the persons of the group that was given.</summary>
internal sealed class PersonCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if ((fakeBoundParameters["PersonGroup"] ?? fakeBoundParameters["PersonGroupId"]) is not { } given || given.ToString() is not { Length: > 0 } group)
        {
            return [];
        }

        IReadOnlyList<FacePerson> persons = CompletionFromService.Ask(fakeBoundParameters, async (service, scope) =>
        {
            bool standard = CompletionFromService.IsStandard(fakeBoundParameters);
            IPersonGroupService groups = service.PersonGroupsOf(standard);
            FacePersonGroup found = await new PersonGroupLookup(service, standard) { LooksElsewhere = false }.GroupAsync(group, scope).ConfigureAwait(false);
            return (IReadOnlyList<FacePerson>)await CollectionLookup.AllAsync(after => groups.GetPersonPageAsync(found.PersonGroupId, after, scope), person => person.PersonId.ToString()).ConfigureAwait(false);
        });
        return persons
            .Where(person => person.Name.Length > 0 && CompletionFromService.Begins(person.Name, wordToComplete))
            .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .Select(person => CompletionFromService.Quoted(person.Name, person.PersonId.ToString()));
    }
}
