namespace FaceCmdlets.Tests.Shared;

/// <summary>What comes to be soon, on a busy machine not so soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until it is so, and fails where it never is.</summary>
    public static void Is(Func<bool> condition, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string what = "")
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < Patience, $"It never was so that {what}");
            Thread.Sleep(10);
        }
    }
}
