namespace FaceCmdlets.ModulePackager;

/// <summary>How large a module may be, in MiB: what is installed, and what is downloaded. Nearly all of it is native libraries, one for each platform.</summary>
internal sealed record SizeBudget(int Installed, int Downloaded)
{
    private const int MiB = 1024 * 1024;

    public static SizeBudget Of(string module) => module switch
    {
        "FaceCmdlets" => new SizeBudget(84, 36),
        "FaceCmdlets.Emulator" => new SizeBudget(220, 90),
        _ => throw new ArgumentException($"There is no size budget for {module}.", nameof(module)),
    };

    public static double Megabytes(long bytes) => (double)bytes / MiB;

    /// <summary>What is too large, in words; nothing when it fits.</summary>
    public string? ComplainAbout(long installed, long downloaded) =>
        installed > (long)Installed * MiB ? FormattableString.Invariant($"{Megabytes(installed):0.0} MB installed, the budget is {Installed} MB")
        : downloaded > (long)Downloaded * MiB ? FormattableString.Invariant($"{Megabytes(downloaded):0.0} MB packed, the budget is {Downloaded} MB")
        : null;
}
