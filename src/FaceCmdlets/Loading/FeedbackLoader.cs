using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Runtime.Loader;

namespace FaceCmdlets;

/// <summary>
/// Registers FaceCmdlets.Feedback with the engine where that has a place for it, which is PowerShell 7.6 and newer. The engine's
/// subsystems are the process's: the runspace that imported the module first registers, and its Remove-Module ends it.
/// </summary>
public sealed class FeedbackLoader : IModuleAssemblyInitializer
{
    private const string Subsystem = "System.Management.Automation.Subsystem.Feedback.IFeedbackProvider";
    private const int FirstRuntime = 10;

    private static readonly object Gate = new();
    private static Action? _unregister;
    private static WeakReference<Runspace>? _registeredBy;

    /// <inheritdoc />
    public void OnImport()
    {
        string path = Path.Combine(Path.GetDirectoryName(typeof(FeedbackLoader).Assembly.Location)!, "FaceCmdlets.Feedback.dll");
        if (Environment.Version.Major < FirstRuntime || typeof(PSObject).Assembly.GetType(Subsystem) is null || !File.Exists(path))
        {
            return;
        }

        lock (Gate)
        {
            if (_unregister is not null)
            {
                return;
            }

            try
            {
                Type predictor = AssemblyLoadContext.GetLoadContext(typeof(FeedbackLoader).Assembly)!.LoadFromAssemblyPath(path).GetType("FaceCmdlets.Feedback.NextCommandPredictor", throwOnError: true)!;
                Method(predictor, "Register")();
                _unregister = Method(predictor, "Unregister");
                _registeredBy = Runspace.DefaultRunspace is { } runspace ? new(runspace) : null;
            }
            catch (Exception e) when (e is FileLoadException or BadImageFormatException or TypeLoadException or MissingMethodException or InvalidOperationException)
            {
                // A help at the prompt and nothing more: without it, everything works.
            }
        }
    }

    /// <summary>Takes it away, where this runspace brought it, or one that is closed.</summary>
    internal static void Unload()
    {
        lock (Gate)
        {
            bool hasOwner = _registeredBy is not null && _registeredBy.TryGetTarget(out Runspace? owner) && owner != Runspace.DefaultRunspace && owner.RunspaceStateInfo.State is RunspaceState.Opened;
            if (_unregister is not null && !hasOwner)
            {
                _unregister();
                _unregister = null;
            }
        }
    }

    private static Action Method(Type type, string name) => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Action>();
}
