using System.Diagnostics;
using System.Globalization;
using FaceEmulator.Http;

namespace FaceEmulator.Faults;

/// <summary>Stands between the key's check and the service, and lets go wrong what the plan says.</summary>
internal sealed class FaultInjector
{
    private State _state;

    public FaultInjector(FaultPlan plan) => _state = new State(plan);

    public FaultPlan Plan => _state.Plan;

    public FaultCounts Counts => _state.Counts;

    public void Change(FaultPlan plan) => _state = new State(plan);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        State state = _state;
        FaultPlan plan = state.Plan;
        int number = state.NextRequest();
        var random = new Random(HashCode(plan.Seed, number));
        if (plan.Latency + plan.Jitter > 0)
        {
            await Task.Delay(plan.Latency + random.Next(plan.Jitter + 1), context.RequestAborted);
        }

        if (state.Window?.Refuse(Stopwatch.GetTimestamp()) is { } wait)
        {
            state.CountThrottled();
            int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            if (plan.RetryAfterHeader)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            string tier = plan.Limit!.Value.Period > TimeSpan.FromSeconds(1) ? "F0" : "S0";
            await new FaceError(429, "429", $"Requests to the Face - Detect Operation under Face API v1.2 have exceeded rate limit of your current Face {tier} pricing tier. Please retry after {seconds} second{(seconds == 1 ? string.Empty : "s")}.").WriteAsync(context.Response);
            return;
        }

        double fate = random.NextDouble();
        if ((fate -= plan.ErrorRate) < 0)
        {
            state.CountFault();
            int status = plan.ErrorStatus[random.Next(plan.ErrorStatus.Length)];
            await new FaceError(status, status == 503 ? "ServiceUnavailable" : "InternalServerError", "Something went wrong on purpose.").WriteAsync(context.Response);
        }
        else if ((fate -= plan.ResetRate) < 0)
        {
            state.CountFault();
            context.Abort();
        }
        else if ((fate -= plan.MalformedRate) < 0)
        {
            state.CountFault();
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("[{\"faceRectangle\":{\"top\":");
        }
        else
        {
            bool truncate = fate - plan.TruncateRate < 0;
            if (!truncate && plan.BodyDelay == 0)
            {
                await next(context);
                state.CountServed();
                return;
            }

            await SpoilAsync(context, next, plan, truncate);
            if (truncate)
            {
                state.CountFault();
            }
            else
            {
                state.CountServed();
            }
        }
    }

    /// <summary>Holds the answer back; sends its head, and after a while its body, or half of it.</summary>
    private static async Task SpoilAsync(HttpContext context, RequestDelegate next, FaultPlan plan, bool truncate)
    {
        Stream wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            try
            {
                await next(context);
            }
            catch (FaceError error)
            {
                await error.WriteAsync(context.Response);
            }

            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Response.Body = wire;
        }

        context.Response.ContentLength = held.Length;
        await context.Response.StartAsync();
        await wire.FlushAsync();
        await Task.Delay(plan.BodyDelay, context.RequestAborted);
        await wire.WriteAsync(held.GetBuffer().AsMemory(0, (int)(truncate ? held.Length / 2 : held.Length)));
        if (truncate)
        {
            await wire.FlushAsync();
            context.Abort();
        }
    }

    /// <summary>The same in every process, unlike .NET's own.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619) + (number >> 3));

    private sealed class State(FaultPlan plan)
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private int _requests;
        private int _served;
        private int _throttled;
        private int _faults;

        public FaultPlan Plan { get; } = plan;

        public QuotaWindow? Window { get; } = plan.Limit is { } limit ? new QuotaWindow(limit.Calls, limit.Period) : null;

        public FaultCounts Counts => new(_requests, _served, _throttled, _faults, Stopwatch.GetElapsedTime(_start).TotalSeconds);

        public int NextRequest() => Interlocked.Increment(ref _requests);

        public void CountServed() => Interlocked.Increment(ref _served);

        public void CountThrottled() => Interlocked.Increment(ref _throttled);

        public void CountFault() => Interlocked.Increment(ref _faults);
    }
}
