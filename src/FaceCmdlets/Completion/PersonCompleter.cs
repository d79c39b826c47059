using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes names of the persons of the group that was given, and ids where an id was begun or a name is not one person's alone.</summary>
internal sealed class PersonCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if ((fakeBoundParameters["PersonGroup"] ?? fakeBoundParameters["PersonGroupId"]) is not { } given || CompletionFromService.Text(given) is not { } group)
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
        ILookup<string, FacePerson> named = persons.ToLookup(person => person.Name);
        return from person in persons
               let id = person.PersonId.ToString()
               let isNamed = person.Name.Length > 0 && CompletionFromService.Begins(person.Name, wordToComplete)
               where isNamed || CompletionFromService.Begins(id, wordToComplete)
               orderby person.Name.ToUpperInvariant(), person.Name, id
               select isNamed && named[person.Name].Count() == 1
                   ? CompletionFromService.Quoted(person.Name, id)
                   : new CompletionResult(id, $"{person.Name} {id}".TrimStart(), CompletionResultType.ParameterValue, person.Name.Length > 0 ? person.Name : id);
    }
}
