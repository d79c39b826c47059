using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>The face in the picture to verify.</summary>
public class LivenessWithVerifyReference : IFaceModel<LivenessWithVerifyReference>
{
    internal LivenessWithVerifyReference()
    {
    }

    /// <summary>The kind of the picture.</summary>
    public FaceImageType ReferenceType { get; internal set; }

    /// <summary>Where the face is, in pixels.</summary>
    public FaceRectangle FaceRectangle { get; internal set; } = null!;

    /// <summary>Whether it is good enough to be recognized.</summary>
    public QualityForRecognition QualityForRecognition { get; internal set; }

    static LivenessWithVerifyReference IFaceModel<LivenessWithVerifyReference>.Read(JsonElement element)
    {
        var result = new LivenessWithVerifyReference();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "referenceType":
                    result.ReferenceType = new FaceImageType(property.Value.GetString()!);
                    break;
                case "faceRectangle":
                    result.FaceRectangle = property.Value.Read<FaceRectangle>();
                    break;
                case "qualityForRecognition":
                    result.QualityForRecognition = new QualityForRecognition(property.Value.GetString()!);
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LivenessWithVerifyReference>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("referenceType", ReferenceType.ToString());
        json.WriteModel("faceRectangle", FaceRectangle);
        json.Write("qualityForRecognition", QualityForRecognition.ToString());
    }
}
