using System.Reflection;
using System.Runtime.Loader;

namespace FaceCmdlets;

/// <summary>
/// The private context of Azure.Core and its friends: whatever versions other modules brought into the session,
/// this module gets its own, and they keep theirs.
/// </summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;

    public DependencyLoadContext(string mainAssembly)
        : base("FaceCmdlets")
    {
        _resolver = new AssemblyDependencyResolver(mainAssembly);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        Assembly module = typeof(DependencyLoadContext).Assembly;
        if (assemblyName.Name == module.GetName().Name)
        {
            // The models and IFaceService are those the session sees.
            return module;
        }

        string? path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
