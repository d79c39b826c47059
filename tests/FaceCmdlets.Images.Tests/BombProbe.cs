using System.Diagnostics;
using System.Text.Json;

namespace FaceCmdlets.Images.Tests;

/// <summary>Prepares a picture in a process of its own, where nobody else takes memory, and tells what that took.</summary>
internal static class BombProbe
{
    /// <summary>For such a process: one picture to get everything loaded, and the one that is measured.</summary>
    public static int Main(string[] args)
    {
        Prepare(args[0]);
        using var process = Process.GetCurrentProcess();
        (long peak, long addresses, long allocated) = (process.PeakWorkingSet64, process.PeakVirtualMemorySize64, GC.GetTotalAllocatedBytes());
        string code = Prepare(args[1]);
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new Report(code, process.PeakWorkingSet64 - peak, process.PeakVirtualMemorySize64 - addresses, GC.GetTotalAllocatedBytes() - allocated)));
        return 0;
    }

    public static Report Run(byte[] first, byte[] measured)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string[] files = [Path.Combine(folder, "first"), Path.Combine(folder, "measured")];
        File.WriteAllBytes(files[0], first);
        File.WriteAllBytes(files[1], measured);
        using Process probe = Process.Start(new ProcessStartInfo("dotnet", [typeof(BombProbe).Assembly.Location, .. files]) { RedirectStandardOutput = true })!;
        string said = probe.StandardOutput.ReadToEnd();
        probe.WaitForExit();
        Directory.Delete(folder, true);
        Assert.Equal(0, probe.ExitCode);
        return JsonSerializer.Deserialize<Report>(said)!;
    }

    private static string Prepare(string file)
    {
        try
        {
            Preparation.Prepare(File.ReadAllBytes(file), "picture", CancellationToken.None);
            return string.Empty;
        }
        catch (FaceServiceException e)
        {
            return e.ErrorCode;
        }
    }

    /// <summary>The error, where it was refused; and in bytes by how much the process's peak and its addresses grew, and what was allocated of managed memory.</summary>
    internal sealed record Report(string ErrorCode, long PeakGrowth, long AddressGrowth, long Allocated);
}
