namespace FaceCmdlets.Tests.Credentials;

/// <summary>A test of what only Linux has: skipped, visibly, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute(string why)
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = why;
        }
    }
}
