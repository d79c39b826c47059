namespace FaceCmdlets;

/// <summary>Who asks: its budget, its story, its end.</summary>
internal readonly record struct RequestScope(CallCount Calls, IRequestLog Log, CancellationToken Cancelled);
