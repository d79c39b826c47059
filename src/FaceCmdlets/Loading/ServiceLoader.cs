using System.Reflection;

namespace FaceCmdlets;

/// <summary>Makes the service in the private context. This is the only place that knows its assembly's name.</summary>
internal static class ServiceLoader
{
    private static readonly Lazy<Assembly> Service = new(LoadService);
    private static readonly Lazy<Func<FaceConnection, IFaceService>> Factory = new(LoadFactory);

    public static IFaceService Create(FaceConnection connection) => Factory.Value(connection);

    private static Assembly LoadService()
    {
        string folder = Path.Combine(Path.GetDirectoryName(typeof(ServiceLoader).Assembly.Location)!, "dependencies");
        string path = Path.Combine(folder, "FaceCmdlets.Service.dll");
        return new DependencyLoadContext(path).LoadFromAssemblyPath(path);
    }

    private static Func<FaceConnection, IFaceService> LoadFactory()
    {
        MethodInfo create = Service.Value.GetType("FaceCmdlets.Service.FaceService", throwOnError: true)!.GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!;
        return create.CreateDelegate<Func<FaceConnection, IFaceService>>();
    }
}
