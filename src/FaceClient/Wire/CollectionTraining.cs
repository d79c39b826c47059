namespace Azure.AI.Vision.Face;

/// <summary>Starts the training of a collection and, where that is asked for, waits for its end.</summary>
internal static class CollectionTraining
{
    public static Operation Train(this FaceConnection connection, CollectionRequests collection, WaitUntil waitUntil, RequestContext? context)
    {
        var training = new TrainingOperation(connection, collection, connection.Send(collection.Train(), context));
        if (waitUntil == WaitUntil.Completed && !training.HasCompleted)
        {
            training.WaitForCompletionResponse(context?.CancellationToken ?? CancellationToken.None);
        }

        return training;
    }

    public static async Task<Operation> TrainAsync(this FaceConnection connection, CollectionRequests collection, WaitUntil waitUntil, RequestContext? context)
    {
        var training = new TrainingOperation(connection, collection, await connection.SendAsync(collection.Train(), context).ConfigureAwait(false));
        if (waitUntil == WaitUntil.Completed && !training.HasCompleted)
        {
            await training.WaitForCompletionResponseAsync(context?.CancellationToken ?? CancellationToken.None).ConfigureAwait(false);
        }

        return training;
    }
}
