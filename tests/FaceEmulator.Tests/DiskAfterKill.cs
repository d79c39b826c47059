namespace FaceEmulator.Tests;

/// <summary>What the disk holds at this moment of a folder that is written to, as a kill would leave it: in a folder of its own, since nobody else gets the one that is in use.</summary>
internal static class DiskAfterKill
{
    public static string Of(string folder)
    {
        string copy = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName;
        foreach (string file in Directory.GetFiles(folder, "faces.db*"))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using FileStream to = File.Create(Path.Combine(copy, Path.GetFileName(file)));
            from.CopyTo(to);
        }

        return copy;
    }
}
