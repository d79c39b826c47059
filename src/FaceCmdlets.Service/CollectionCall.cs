using System.Management.Automation;
using System.Text.Json;
using Azure;
using Azure.AI.Vision.Face;
using Azure.Core;

namespace FaceCmdlets.Service;

/// <summary>What the calls on collections have in common, large or small.</summary>
internal sealed class CollectionCall(ServiceCall call)
{
    /// <summary>The clients for listings want an id that they then ignore.</summary>
    public const string AnyId = "any";

    public static RequestContext Context(RequestScope scope) => new() { CancellationToken = scope.Cancelled };

    /// <summary>JSON of what is to change; what is null is left out.</summary>
    public static RequestContent Changes(string? name, string? userData) =>
        RequestContent.Create(new[] { (Name: "name", Value: name), (Name: "userData", Value: userData) }.Where(change => change.Value is not null).ToDictionary(change => change.Name, change => change.Value));

    public Task<T> SendAsync<T>(Func<Task<T>> send, string name, RequestScope scope, string? collection = null) => call.SendAsync(send, name, scope, collection);

    /// <summary>Makes a collection. The service refuses one that exists; where an answer was lost, it may be this very call that made it.</summary>
    /// <param name="create">The call.</param>
    /// <param name="collection">The collection's id.</param>
    /// <param name="isAsMeant">Whether what is there is what was to be made.</param>
    /// <param name="scope">The command's.</param>
    public async Task CreateAsync(Func<Task<Response>> create, string collection, Func<Task<bool>> isAsMeant, RequestScope scope)
    {
        try
        {
            await SendAsync(create, collection, scope).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.AfterLostAnswer && e.Category == ErrorCategory.ResourceExists)
        {
            if (!await isAsMeant().ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    /// <summary>Deletes; where an answer was lost and it is gone then, this call did it.</summary>
    /// <param name="delete">The call.</param>
    /// <param name="name">What is deleted.</param>
    /// <param name="scope">The command's.</param>
    /// <param name="collection">The collection that it is in; null where it is one.</param>
    public async Task DeleteAsync(Func<Task<Response>> delete, string name, RequestScope scope, string? collection = null)
    {
        try
        {
            await SendAsync(delete, name, scope, collection).ConfigureAwait(false);
        }
        catch (FaceServiceException e) when (e.AfterLostAnswer && e is { Status: 404, EndsPipeline: false })
        {
        }
    }

    /// <summary>Adds the face of a picture: of an address where the service downloads it, or of its bytes, prepared where need be.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="target">Left, top, width and height of the face meant, in the picture as a viewer shows it.</param>
    /// <param name="collection">The group or list that it is added to.</param>
    /// <param name="scope">The command's.</param>
    /// <param name="addUri">The call with an address.</param>
    /// <param name="addContent">The call with bytes, and the face meant in what they show.</param>
    public async Task<Guid> AddFaceAsync(PictureSource picture, IReadOnlyList<int>? target, string collection, RequestScope scope, Func<Uri, Task<Response<AddFaceResult>>> addUri, Func<RequestContent, IReadOnlyList<int>?, Task<Response>> addContent)
    {
        if (picture.Uri is { } uri)
        {
            return (await SendAsync(() => addUri(uri), picture.Name, scope, collection).ConfigureAwait(false)).Value.PersistedFaceId;
        }

        using PreparedPicture prepared = await Preparation.PrepareAsync(picture, scope).ConfigureAwait(false);
        return await SendAsync(
            async () =>
            {
                Response added = await addContent(prepared.Content, prepared.ToSent(target)).ConfigureAwait(false);
                using var answer = JsonDocument.Parse(added.Content);
                return answer.RootElement.GetProperty("persistedFaceId").GetGuid();
            },
            picture.Name,
            scope,
            collection).ConfigureAwait(false);
    }

    public async Task<FaceTraining> GetTrainingAsync(Func<Task<Response<FaceTrainingResult>>> get, string collection, bool isList, bool standard, RequestScope scope)
    {
        FaceTrainingResult training = (await SendAsync(get, collection, scope).ConfigureAwait(false)).Value;
        if (!Enum.TryParse(training.Status.ToString(), ignoreCase: true, out FaceTrainingStatus status))
        {
            throw new FaceServiceException("InvalidAnswer", $"The service says of the training of '{collection}' that it is '{training.Status}', which this module does not know.", ErrorCategory.InvalidResult, false);
        }

        DateTimeOffset? success = training.LastSuccessfulTrainingDateTime == default ? null : training.LastSuccessfulTrainingDateTime;
        return isList
            ? new FaceListTraining { FaceListId = collection, Standard = standard, Status = status, Created = training.CreatedDateTime, LastAction = training.LastActionDateTime, LastSuccessfulTraining = success, Message = training.Message }
            : new PersonGroupTraining { PersonGroupId = collection, Standard = standard, Status = status, Created = training.CreatedDateTime, LastAction = training.LastActionDateTime, LastSuccessfulTraining = success, Message = training.Message };
    }
}
