using System.Text.Json;

namespace Azure.AI.Vision.Face;

/// <summary>A group of persons, up to a million. To be trained before persons are identified in it.</summary>
public class LargePersonGroup : IFaceModel<LargePersonGroup>
{
    internal LargePersonGroup()
    {
    }

    /// <summary>The name, 1 to 128 characters.</summary>
    public string Name { get; internal set; } = null!;

    /// <summary>What was kept with it, up to 16 384 characters.</summary>
    public string? UserData { get; internal set; }

    /// <summary>The network that describes its faces, for ever; only when it was asked for.</summary>
    public FaceRecognitionModel? RecognitionModel { get; internal set; }

    /// <summary>The id, 1 to 64 characters: small letters, digits, - and _.</summary>
    public string LargePersonGroupId { get; internal set; } = null!;

    static LargePersonGroup IFaceModel<LargePersonGroup>.Read(JsonElement element)
    {
        var result = new LargePersonGroup();
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
                case "largePersonGroupId":
                    result.LargePersonGroupId = property.Value.GetString()!;
                    break;
            }
        }

        return result;
    }

    void IFaceModel<LargePersonGroup>.WriteMembers(Utf8JsonWriter json)
    {
        json.Write("name", Name);
        json.Write("userData", UserData);
        json.Write("recognitionModel", RecognitionModel?.ToString());
        json.Write("largePersonGroupId", LargePersonGroupId);
    }
}
