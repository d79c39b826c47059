namespace FaceCmdlets.Tests.Credentials;

/// <summary>A test that stands in for a program that only Linux calls by its name.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Only Linux opens the browser by a program on the path.";
        }
    }
}
