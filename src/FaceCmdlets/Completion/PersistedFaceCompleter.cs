using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FaceCmdlets;

/// <summary>Completes ids of the faces of the person or of the list that was given; the user data of each is its tip.</summary>
internal sealed class PersistedFaceCompleter : IArgumentCompleter
{
    /// <summary>Each face's user data is a call of its own, which a free resource has few of.</summary>
    private const int MostCalls = 10;

    /// <summary>What remains of two seconds is for the ids.</summary>
    private static readonly TimeSpan PatienceForTips = TimeSpan.FromSeconds(0.8);

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from face in CompletionFromService.Ask(fakeBoundParameters, (service, scope) => FacesAsync(service, fakeBoundParameters, scope))
        let id = face.Id.ToString()
        where CompletionFromService.Begins(id, wordToComplete) || (wordToComplete is { Length: > 0 } && face.UserData is not null && CompletionFromService.Begins(face.UserData, wordToComplete))
        select new CompletionResult(id, face.UserData is { Length: > 0 } data ? $"{id} {data}" : id, CompletionResultType.ParameterValue, face.UserData is { Length: > 0 } tip ? tip : id);

    private static Task<IReadOnlyList<(Guid Id, string? UserData)>> FacesAsync(IFaceService service, IDictionary bound, RequestScope scope)
    {
        bool standard = CompletionFromService.IsStandard(bound);
        return CompletionFromService.Text(bound["FaceList"] ?? bound["FaceListId"]) is { } list ? OfListAsync(service, standard, list, scope)
            : CompletionFromService.Text(bound["PersonGroup"] ?? bound["PersonGroupId"]) is { } group && CompletionFromService.Text(bound["Person"] ?? bound["PersonId"]) is { } person ? OfPersonAsync(service, standard, group, person, scope)
            : Task.FromResult<IReadOnlyList<(Guid, string?)>>([]);
    }

    private static async Task<IReadOnlyList<(Guid Id, string? UserData)>> OfListAsync(IFaceService service, bool standard, string list, RequestScope scope)
    {
        FaceList found = await new FaceListLookup(service, standard) { LooksElsewhere = false }.ListAsync(list, scope).ConfigureAwait(false);
        return [.. (await service.FaceListsOf(standard).GetFacePageAsync(found.FaceListId, null, scope).ConfigureAwait(false)).Select(face => (face.PersistedFaceId, face.UserData))];
    }

    private static async Task<IReadOnlyList<(Guid Id, string? UserData)>> OfPersonAsync(IFaceService service, bool standard, string group, string person, RequestScope scope)
    {
        IPersonGroupService groups = service.PersonGroupsOf(standard);
        var lookup = new PersonGroupLookup(service, standard) { LooksElsewhere = false };
        FacePersonGroup inGroup = await lookup.GroupAsync(group, scope).ConfigureAwait(false);
        FacePerson found = await lookup.PersonAsync(inGroup.PersonGroupId, person, scope).ConfigureAwait(false);
        Task<PersistedFace>[] tips = [.. found.PersistedFaceIds.Take(MostCalls).Select(face => groups.GetFaceAsync(found.PersonGroupId, found.PersonId, face, scope))];
        await Task.WhenAny(Task.WhenAll(tips), Task.Delay(PatienceForTips, scope.Cancelled)).ConfigureAwait(false);
        return [.. found.PersistedFaceIds.Select((face, i) => (face, i < tips.Length && tips[i].IsCompletedSuccessfully ? tips[i].Result.UserData : null))];
    }
}
