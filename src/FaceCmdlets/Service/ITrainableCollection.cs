namespace FaceCmdlets;

/// <summary>A collection whose faces are found only after a training. Throws <see cref="FaceServiceException"/> only, or OperationCanceledException.</summary>
internal interface ITrainableCollection
{
    Task StartTrainingAsync(string collection, RequestScope scope);

    Task<FaceTraining> GetTrainingAsync(string collection, RequestScope scope);
}
