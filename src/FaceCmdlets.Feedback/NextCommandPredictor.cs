using System.Management.Automation.Subsystem;
using System.Management.Automation.Subsystem.Feedback;
using System.Management.Automation.Subsystem.Prediction;

namespace FaceCmdlets.Feedback;

/// <summary>
/// Sees as a feedback provider how the last command ended, and offers as a predictor what to type next: what the error
/// recommends, or what usually follows. It writes nothing: the engine shows an error's recommendation itself.
/// </summary>
public sealed class NextCommandPredictor : IFeedbackProvider, ICommandPredictor
{
    private static readonly NextCommandPredictor Instance = new();

    /// <summary>Replaced as a whole: the engine calls from several threads.</summary>
    private volatile IReadOnlyList<string> _next = [];

    private NextCommandPredictor()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; } = new("6f0c0d54-3b5e-4a55-9a39-0f7d3c5f2c61");

    /// <inheritdoc />
    public string Name => "FaceCmdlets";

    /// <inheritdoc />
    public string Description => "Offers the command that an error of FaceCmdlets recommends, or that usually comes next.";

    /// <inheritdoc />
    public FeedbackTrigger Trigger => FeedbackTrigger.Success | FeedbackTrigger.Error;

    Dictionary<string, string>? ISubsystem.FunctionsToDefine => null;

    /// <summary>Makes it known to the engine.</summary>
    public static void Register()
    {
        SubsystemManager.RegisterSubsystem<IFeedbackProvider, NextCommandPredictor>(Instance);
        SubsystemManager.RegisterSubsystem<ICommandPredictor, NextCommandPredictor>(Instance);
    }

    /// <summary>Takes it away again.</summary>
    public static void Unregister()
    {
        SubsystemManager.UnregisterSubsystem<IFeedbackProvider>(Instance.Id);
        SubsystemManager.UnregisterSubsystem<ICommandPredictor>(Instance.Id);
        Instance._next = [];
    }

    /// <inheritdoc />
    public FeedbackItem? GetFeedback(FeedbackContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Trigger == FeedbackTrigger.Success)
        {
            _next = UsualNext.After(context.CommandLineAst);
        }
        else if (context.LastError is { ErrorDetails.RecommendedAction: { Length: > 0 } action } error && error.FullyQualifiedErrorId.Contains(",FaceCmdlets.Commands.", StringComparison.Ordinal))
        {
            _next = [action];
        }
        else
        {
            _next = [];
        }

        return null;
    }

    /// <inheritdoc />
    public SuggestionPackage GetSuggestion(PredictionClient client, PredictionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        string typed = context.InputAst.Extent.Text;
        List<PredictiveSuggestion> fitting = [.. _next
            .Where(command => command.Length > typed.Length && command.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(command => new PredictiveSuggestion(command))];
        return fitting.Count > 0 ? new SuggestionPackage(fitting) : default;
    }
}
