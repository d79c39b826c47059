namespace FaceCmdlets.Tests.Shared;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FaceCmdlets.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("FaceCmdlets.sln is in no folder above the tests.");
    }
}
