namespace FaceCmdlets.Tests.Module;

/// <summary>A test of permissions: skipped, visibly, where there are none (root, Windows).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotRootFactAttribute : FactAttribute
{
    public NotRootFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Skip = "root may read every file; run as another user on Linux or macOS.";
        }
    }
}
