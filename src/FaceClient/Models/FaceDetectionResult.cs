using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A face found in a picture.</summary>
public class FaceDetectionResult : IFaceModel<FaceDetectionResult>
{
    internal FaceDetectionResult()
    {
    }

    /// <summary>Id of the face for later calls; only when it was asked for.</summary>
    public Guid? FaceId { get; internal set; }

    /// <summary>The recognition model behind the id; only when it was asked for.</summary>
    public FaceRecognitionModel? RecognitionModel { get; internal set; }

    /// <summary>Where the face is, in pixels of the picture after its EXIF orientation.</summary>
    public FaceRectangle FaceRectangle { get; internal set; } = null!;

    /// <summary>27 points of the face; only when they were asked for.</summary>
    public FaceLandmarks? FaceLandmarks { get; internal set; }

    /// <summary>The attributes asked for.</summary>
    public FaceAttributes? FaceAttributes { get; internal set; }

    static FaceDetectionResult IFaceModel<FaceDetectionResult>.Read(JsonElement element)
    {
        var result = new FaceDetectionResult();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "faceId":
                    result.FaceId = property.Value.GetGuid();
                    break;
                case "recognitionModel":
                    result.RecognitionModel = new FaceRecognitionModel(property.Value.GetString()!);
                    break;
                case "faceRectangle":
                    result.FaceRectangle = property.Value.Read<FaceRectangle>();
                    break;
                case "faceLandmarks":
                    result.FaceLandmarks = property.Value.Read<FaceLandmarks>();
                    break;
                case "faceAttributes":
                    result.FaceAttributes = property.Value.Read<FaceAttributes>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceDetectionResult>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("faceId", FaceId);
        json.Write("recognitionModel", RecognitionModel?.ToString());
        json.WriteModel("faceRectangle", FaceRectangle);
        json.WriteModel("faceLandmarks", FaceLandmarks);
        json.WriteModel("faceAttributes", FaceAttributes);
    }
}
