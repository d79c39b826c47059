using System.Management.Automation;
using System.Text;
using System.Text.Json;
using FaceCmdlets.Tests.Bulk;
using SkiaSharp;

namespace FaceCmdlets.Tests.Module;

/// <summary>A folder to put people into, a session, and an emulator that counts.</summary>
internal sealed class ImportFixture : IDisposable
{
    public static readonly byte[] Astronaut = File.ReadAllBytes(ModuleSession.Sample("astronaut.png"));
    public static readonly byte[] Coffee = File.ReadAllBytes(ModuleSession.Sample("coffee.png"));

    private string _endpoint = string.Empty;

    public ImportFixture() => Start();

    public string Folder { get; } = Directory.CreateTempSubdirectory().FullName;

    public string People => Path.Combine(Folder, "people");

    public ModuleSession Session { get; } = new();

    /// <summary>How many requests came since the start.</summary>
    public int Requests => EmulatorCounts.Of(_endpoint).Requests;

    /// <summary>The same picture in other bytes: what stands behind the end of a PNG is not looked at.</summary>
    public static byte[] Version(byte[] picture, int number) => [.. picture, .. Encoding.ASCII.GetBytes($"version {number}")];

    /// <summary>The astronaut three times as large: the face is large enough for High.</summary>
    public static byte[] Large() => Draw(1536, 1536, new SKRect(0, 0, 1536, 1536));

    /// <summary>The astronaut twice, side by side.</summary>
    public static byte[] Two() => Draw(1024, 512, new SKRect(0, 0, 512, 512), new SKRect(512, 0, 1024, 512));

    /// <summary>Starts another emulator, which knows nobody and fails as it is told to.</summary>
    public void Start(string faults = "")
    {
        string arguments = faults.Length > 0 ? $"-ArgumentList {faults}" : string.Empty;
        _endpoint = Session.Run($"Stop-AzFaceEmulator; $e = Start-AzFaceEmulator -Key {BulkFixture.Key} {arguments}; Connect-AzFace -Endpoint $e.Endpoint -Key {BulkFixture.Key}; $e.Endpoint.AbsoluteUri")[0].ToString();
    }

    /// <summary>From now on nothing goes wrong on purpose.</summary>
    public void EndFaults()
    {
        using HttpClient client = NewClient();
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
        client.PutAsync("/emulator/faults", nothing).GetAwaiter().GetResult().EnsureSuccessStatusCode();
    }

    /// <summary>How many faces the group crew has, also while the session is busy with it.</summary>
    public int Added()
    {
        using HttpClient client = NewClient();
        using HttpResponseMessage answer = client.GetAsync("/face/v1.2/largepersongroups/crew/persons").GetAwaiter().GetResult();
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return 0;
        }

        using var persons = JsonDocument.Parse(answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync().GetAwaiter().GetResult());
        return persons.RootElement.EnumerateArray().Sum(person => person.GetProperty("persistedFaceIds").GetArrayLength());
    }

    /// <summary>Puts a file below the people's folder.</summary>
    public string Put(string path, byte[] content)
    {
        string file = Path.Combine(People, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    public string PutTable(string name, byte[] content)
    {
        string file = Path.Combine(Folder, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    public string PutTable(string name, string content) => PutTable(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Imports the people's folder into the group crew, and says of each picture: "Ada/1.png Added".</summary>
    public string[] Import(string options = "") => Said(Session.Run($"Import-AzFacePerson crew '{People}' -CreateGroup -MinimumQuality Medium {options}"));

    public string[] Said(IEnumerable<PSObject> results) =>
        [.. results.Select(result => $"{result.Properties["Person"].Value}/{Path.GetFileName((string)result.Properties["Path"].Value)} {result.Properties["Action"].Value} {result.Properties["Reason"].Value}".Trim())];

    /// <summary>How many faces each person of the group has: "Ada 2".</summary>
    public string[] Faces() => [.. Session.Run("Get-AzFacePerson crew | Sort-Object Name").Select(person => $"{person.Properties["Name"].Value} {person.Properties["FaceCount"].Value}")];

    public DateTimeOffset Trained() => (DateTimeOffset)Assert.Single(Session.Run("Get-AzFaceTraining crew")).Properties["Created"].Value;

    public void Dispose()
    {
        Session.Run("Stop-AzFaceEmulator");
        Session.Dispose();
        Directory.Delete(Folder, true);
    }

    private HttpClient NewClient()
    {
        var client = new HttpClient { BaseAddress = new Uri(_endpoint) };
        client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", BulkFixture.Key);
        return client;
    }

    private static byte[] Draw(int width, int height, params SKRect[] places)
    {
        using SKImage astronaut = SKImage.FromEncodedData(Astronaut);
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            foreach (SKRect place in places)
            {
                canvas.DrawImage(astronaut, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
            }
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
