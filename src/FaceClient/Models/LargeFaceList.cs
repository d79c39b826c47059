using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A list of faces, up to a million. To be trained before faces are found in it.</summary>
public class LargeFaceList : IFaceModel<LargeFaceList>
{
    internal LargeFaceList()
    {
    }

    /// <summary>The name, 1 to 128 characters.</summary>
    public string Name { get; internal set; } = null!;

    /// <summary>What was kept with it, up to 16 384 characters.</summary>
    public string? UserData { get; internal set; }

    /// <summary>The network that describes its faces, for ever; only when it was asked for.</summary>
    public FaceRecognitionModel? RecognitionModel { get; internal set; }

    /// <summary>The id, 1 to 64 characters: small letters, digits, - and _.</summary>
    public string LargeFaceListId { get; internal set; } = null!;

    static LargeFaceList IFaceModel<LargeFaceList>.Read(JsonElement element)
    {
        var result = new LargeFaceList();
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
                case "largeFaceListId":
                    result.LargeFaceListId = property.Value.GetString()!;
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LargeFaceList>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("name", Name);
        json.Write("userData", UserData);
        json.Write("recognitionModel", RecognitionModel?.ToString());
        json.Write("largeFaceListId", LargeFaceListId);
    }
}
