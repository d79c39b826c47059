using System.Reflection;

namespace FaceCmdlets;

/// <summary>Makes the services in the private context. This is the only place that knows their assembly's name.</summary>
internal static class ServiceLoader
{
    private static readonly Lazy<Assembly> ServiceAssembly = new(LoadAssembly);
    private static readonly Lazy<Func<FaceConnection, IFaceService>> Factory = new(() => Create<Func<FaceConnection, IFaceService>>("FaceCmdlets.Service.FaceService"));
    private static readonly Lazy<IImageService> LazyImages = new(() => Create<Func<IImageService>>("FaceCmdlets.Service.ImageService")());

    /// <summary>What is done with pictures here; needs no connection.</summary>
    public static IImageService Images => LazyImages.Value;

    public static IFaceService Create(FaceConnection connection) => Factory.Value(connection);

    private static Assembly LoadAssembly()
    {
        string folder = Path.Combine(Path.GetDirectoryName(typeof(ServiceLoader).Assembly.Location)!, "dependencies");
        string path = Path.Combine(folder, "FaceCmdlets.Service.dll");
        return new DependencyLoadContext(path).LoadFromAssemblyPath(path);
    }

    private static T Create<T>(string type)
        where T : Delegate =>
        ServiceAssembly.Value.GetType(type, throwOnError: true)!.GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();
}
