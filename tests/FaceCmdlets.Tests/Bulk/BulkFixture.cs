using System.Buffers.Binary;
using System.Management.Automation;
using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Bulk;

/// <summary>A folder of small pictures, a session, and an emulator that fails as it is told to.</summary>
internal sealed class BulkFixture : IDisposable
{
    public const string Key = "local-key-0123456789";

    private static readonly byte[] SmallPicture = GreyBitmap(40);

    public BulkFixture(int pictures)
    {
        Pictures = [.. Enumerable.Range(0, pictures).Select(i => Path.Combine(Folder, $"{i:00000}.bmp"))];
        foreach (string picture in Pictures)
        {
            File.WriteAllBytes(picture, SmallPicture);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory().FullName;

    public string[] Pictures { get; }

    public ModuleSession Session { get; } = new();

    public string Endpoint { get; private set; } = string.Empty;

    public void Start(string faults = "", string connect = "")
    {
        string arguments = faults.Length > 0 ? $"-ArgumentList {faults}" : string.Empty;
        Endpoint = Session.Run($"Stop-AzFaceEmulator; $e = Start-AzFaceEmulator -Key {Key} {arguments}; Connect-AzFace -Endpoint $e.Endpoint -Key {Key} {connect}; $e.Endpoint.AbsoluteUri")[0].ToString();
    }

    /// <summary>Runs a script that has $pictures.</summary>
    public (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) Run(string script) =>
        Session.RunWithErrors($"$pictures = [IO.Directory]::GetFiles('{Folder}', '*.bmp') | Sort-Object; {script}");

    public EmulatorCounts Counts() => EmulatorCounts.Of(Endpoint);

    public void Dispose()
    {
        Session.Run("Stop-AzFaceEmulator");
        Session.Dispose();
        Directory.Delete(Folder, true);
    }

    /// <summary>A picture of one grey: big enough for the service (1 KB, 36 pixels), and quickly looked at.</summary>
    private static byte[] GreyBitmap(int side)
    {
        const int Head = 54;
        byte[] bitmap = new byte[Head + (side * side * 3)];
        bitmap.AsSpan(Head).Fill(128);
        "BM"u8.CopyTo(bitmap);
        (int At, int Value)[] fields = [(2, bitmap.Length), (10, Head), (14, 40), (18, side), (22, side), (26, 1 | (24 << 16))];
        foreach ((int at, int value) in fields)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(at), value);
        }

        return bitmap;
    }
}
