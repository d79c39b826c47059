using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.Vision.Face;

/// <summary>
/// A training under way. It is asked for at the address that the service gave in Operation-Location; an address of
/// another server would be handed the key, so then the collection's own /training is asked instead.
/// </summary>
internal sealed class TrainingOperation : Operation
{
    private readonly FaceConnection _connection;
    private readonly CollectionRequests _collection;
    private readonly Uri? _location;
    private Response _response;
    private RequestFailedException? _failure;
    private bool _completed;

    public TrainingOperation(FaceConnection connection, CollectionRequests collection, Response accepted)
    {
        _connection = connection;
        _collection = collection;
        _response = accepted;
        _completed = accepted.IsError;
        _location = Location(accepted, connection.Endpoint);
    }

    /// <summary>The id of the collection: it has one training at a time.</summary>
    public override string Id => _collection.Id;

    public override bool HasCompleted => _completed;

    public override Response GetRawResponse() => _response;

    public override Response UpdateStatus(CancellationToken cancellationToken = default)
    {
        if (!_completed)
        {
            Take(_connection.Send(Request(), cancellationToken));
        }

        return _failure is null ? _response : throw _failure;
    }

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        if (!_completed)
        {
            Take(await _connection.SendAsync(Request(), cancellationToken).ConfigureAwait(false));
        }

        return _failure is null ? _response : throw _failure;
    }

    private static Uri? Location(Response accepted, Uri endpoint) =>
        accepted.Headers.TryGetValue("Operation-Location", out string? text)
        && Uri.TryCreate(endpoint, text, out Uri? location)
        && Uri.Compare(location, endpoint, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            ? location
            : null;

    private FaceRequest Request() => _location is null ? _collection.TrainingStatus() : new FaceRequest(_location);

    private void Take(Response response)
    {
        _response = response;
        using JsonDocument document = JsonDocument.Parse(response.Content);
        FaceTrainingResult training = document.RootElement.Read<FaceTrainingResult>();
        if (training.Status == FaceOperationStatus.Failed)
        {
            _failure = new RequestFailedException(response, null, new Reason("TrainingFailed", $"The training of '{_collection.Id}' failed: {training.Message ?? "the service does not say why."}"));
        }
        else if (training.Status == default)
        {
            _failure = new RequestFailedException(response, null, new Reason("InvalidAnswer", $"The service does not say how the training of '{_collection.Id}' stands."));
        }

        _completed = _failure is not null || training.Status == FaceOperationStatus.Succeeded;
    }

    /// <summary>A failure that stands in an answer of success.</summary>
    private sealed class Reason(string code, string message) : RequestFailedDetailsParser
    {
        public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
        {
            error = new ResponseError(code, message);
            data = new Dictionary<string, string>();
            return true;
        }
    }
}
