using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A small list of faces, up to 1000. It needs no training.</summary>
/// <remarks>An addition: the package Azure.AI.Vision.Face has no such type.</remarks>
public class FaceList : IFaceModel<FaceList>
{
    internal FaceList()
    {
    }

    /// <summary>The name, 1 to 128 characters.</summary>
    public string Name { get; internal set; } = null!;

    /// <summary>What was kept with it, up to 16 384 characters.</summary>
    public string? UserData { get; internal set; }

    /// <summary>The network that describes its faces, for ever; only when it was asked for.</summary>
    public FaceRecognitionModel? RecognitionModel { get; internal set; }

    /// <summary>The id, 1 to 64 characters: small letters, digits, - and _.</summary>
    public string FaceListId { get; internal set; } = null!;

    /// <summary>The faces; empty in a listing of lists.</summary>
    public IReadOnlyList<FaceListFace> PersistedFaces { get; internal set; } = [];

    static FaceList IFaceModel<FaceList>.Read(JsonElement element)
    {
        var result = new FaceList();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (property.Name)
            {
                case "name":
                    result.Name = property.Value.GetString()!;
                    break;
                case "userData":
                    result.UserData = property.Value.GetString();
                    break;
                case "recognitionModel":
                    result.RecognitionModel = new FaceRecognitionModel(property.Value.GetString()!);
                    break;
                case "faceListId":
                    result.FaceListId = property.Value.GetString()!;
                    break;
                case "persistedFaces":
                    result.PersistedFaces = property.Value.ReadList<FaceListFace>();
                    break;
            }
        }

        return result;
    }

    void IFaceModel<FaceList>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("name", Name);
        json.Write("userData", UserData);
        json.Write("recognitionModel", RecognitionModel?.ToString());
        json.Write("faceListId", FaceListId);
        json.WriteModels("persistedFaces", PersistedFaces);
    }
}
