namespace FaceCmdlets.Tests.Shared;

/// <summary>A test that needs the photos beside the checkout, which may not be copied into it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPhotosFactAttribute : FactAttribute
{
    public SharedPhotosFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "../shared/photos is not beside the checkout.";
        }
    }

    public static string Folder { get; } = Path.Combine(Checkout.Root, "..", "shared", "photos");
}
