namespace Azure.AI.Vision.Face;

/// <summary>The query of /detect. What is null is left to the service.</summary>
internal readonly record struct DetectQuery(string? DetectionModel, string? RecognitionModel, bool? ReturnFaceId, IEnumerable<FaceAttributeType>? Attributes, bool? Landmarks, bool? ReturnRecognitionModel, int? TimeToLive)
{
    public FaceRequest Apply(FaceRequest request) => request
        .Query("detectionModel", DetectionModel)
        .Query("recognitionModel", RecognitionModel)
        .Query("returnFaceId", ReturnFaceId)
        .Query("returnFaceAttributes", Attributes)
        .Query("returnFaceLandmarks", Landmarks)
        .Query("returnRecognitionModel", ReturnRecognitionModel)
        .Query("faceIdTimeToLive", TimeToLive);
}
