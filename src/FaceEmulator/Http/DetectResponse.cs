using System.Text.Json;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>Writes faces as the service does. What cannot be estimated honestly is neutral: see README.</summary>
internal static class DetectResponse
{
    public static void Write(Utf8JsonWriter json, SeenPicture picture, DetectQuery query, FaceIdStore ids)
    {
        json.WriteStartArray();
        foreach ((int number, AnalyzedFace face) in picture.Faces.Index())
        {
            json.WriteStartObject();
            if (query.ReturnFaceId)
            {
                json.WriteString("faceId", ids.Add(picture.Descriptors![number], query.RecognitionModel, query.FaceIdTimeToLive));
            }

            if (query.ReturnRecognitionModel)
            {
                json.WriteString("recognitionModel", query.RecognitionModel);
            }

            json.WriteStartObject("faceRectangle");
            json.WriteNumber("top", face.Box.Top);
            json.WriteNumber("left", face.Box.Left);
            json.WriteNumber("width", face.Box.Width);
            json.WriteNumber("height", face.Box.Height);
            json.WriteEndObject();
            if (query.Landmarks)
            {
                json.WriteStartObject("faceLandmarks");
                for (int i = 0; i < AzureLandmarks.Names.Length; i++)
                {
                    json.WriteStartObject(AzureLandmarks.Names[i]);
                    json.WriteNumber("x", Math.Round(face.Landmarks[i].X, 1));
                    json.WriteNumber("y", Math.Round(face.Landmarks[i].Y, 1));
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            if (query.Attributes.Count > 0)
            {
                WriteAttributes(json, face, query.Attributes);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, AnalyzedFace face, IReadOnlySet<string> wanted)
    {
        json.WriteStartObject("faceAttributes");
        if (wanted.Contains("glasses"))
        {
            json.WriteString("glasses", "noGlasses");
        }

        if (wanted.Contains("headPose"))
        {
            json.WriteStartObject("headPose");
            json.WriteNumber("pitch", Math.Round(face.Pose.Pitch, 1));
            json.WriteNumber("roll", Math.Round(face.Pose.Roll, 1));
            json.WriteNumber("yaw", Math.Round(face.Pose.Yaw, 1));
            json.WriteEndObject();
        }

        if (wanted.Contains("occlusion"))
        {
            json.WriteStartObject("occlusion");
            json.WriteBoolean("foreheadOccluded", false);
            json.WriteBoolean("eyeOccluded", false);
            json.WriteBoolean("mouthOccluded", false);
            json.WriteEndObject();
        }

        if (wanted.Contains("accessories"))
        {
            json.WriteStartArray("accessories");
            json.WriteEndArray();
        }

        if (wanted.Contains("blur"))
        {
            WriteLevel(json, "blur", "blurLevel", face.Quality.Blur, 0.25, 0.75, "low", "medium", "high");
        }

        if (wanted.Contains("exposure"))
        {
            WriteLevel(json, "exposure", "exposureLevel", face.Quality.Exposure, 0.25, 0.75, "underExposure", "goodExposure", "overExposure");
        }

        if (wanted.Contains("noise"))
        {
            WriteLevel(json, "noise", "noiseLevel", face.Quality.Noise, 0.3, 0.7, "low", "medium", "high");
        }

        if (wanted.Contains("mask"))
        {
            json.WriteStartObject("mask");
            json.WriteBoolean("noseAndMouthCovered", false);
            json.WriteString("type", "uncertain");
            json.WriteEndObject();
        }

        if (wanted.Contains("qualityForRecognition"))
        {
            json.WriteString("qualityForRecognition", face.QualityForRecognition);
        }

        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, string name, string levelName, double value, double middle, double upper, params string[] levels)
    {
        value = Math.Round(value, 2);
        json.WriteStartObject(name);
        json.WriteString(levelName, levels[value < middle ? 0 : value < upper ? 1 : 2]);
        json.WriteNumber("value", value);
        json.WriteEndObject();
    }
}
