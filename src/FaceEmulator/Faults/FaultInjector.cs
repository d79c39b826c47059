using System.Globalization;
using FaceEmulator.Http;
using FaceEmulator.Storage;

namespace FaceEmulator.Faults;

/// <summary>Stands between the key's check and the service, and lets go wrong what the plan says.</summary>
internal sealed class FaultInjector
{
    private static readonly string[] Collections = [CollectionKind.FaceList.Path, CollectionKind.LargeFaceList.Path, CollectionKind.PersonGroup.Path, CollectionKind.LargePersonGroup.Path];

    private readonly TimeProvider _time;
    private State _state;

    public FaultInjector(FaultPlan plan, TimeProvider time)
    {
        _time = time;
        _state = new State(plan, time);
    }

    public FaultPlan Plan => _state.Plan;

    public FaultCounts Counts => _state.Counts;

    public void Change(FaultPlan plan) => _state = new State(plan, _time);

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

        if (state.Window?.Refuse() is { } wait)
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
        else if ((fate -= plan.TruncateRate) < 0)
        {
            await CutAsync(context, next, plan.BodyDelay, state);
        }
        else if ((fate -= plan.LostAnswerRate) < 0)
        {
            using MemoryStream lost = await HoldAsync(context, next);
            state.CountLostAnswer();
            context.Abort();
        }
        else if (fate - plan.ConflictRate < 0 && WrittenCollection(context.Request) is { } collection)
        {
            state.CountConflict();
            await new FaceError(409, "ConcurrentOperationConflict", $"There is a conflict operation on resource {collection}, please try later.").WriteAsync(context.Response);
        }
        else
        {
            await (plan.BodyDelay == 0 ? ServeAsync(context, next, state) : DelayAsync(context, next, plan.BodyDelay, state));
        }
    }

    /// <summary>The id of the group or list that the request makes, changes, deletes or trains, or a person or face of which it adds, changes or deletes; null where it writes to none.</summary>
    private static string? WrittenCollection(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && request.Path.Value!.Split('/') is ["", _, _, var kind, var id, ..] && Collections.Contains(kind, StringComparer.OrdinalIgnoreCase) ? id : null;

    private static Task ServeAsync(HttpContext context, RequestDelegate next, State state)
    {
        context.Response.OnStarting(() =>
        {
            state.CountServed();
            return Task.CompletedTask;
        });
        return AnswerAsync(context, next);
    }

    /// <summary>Sends the answer's head, and after a while its body.</summary>
    private static async Task DelayAsync(HttpContext context, RequestDelegate next, int delay, State state)
    {
        using MemoryStream held = await HoldAsync(context, next);
        await SendHeadAsync(context, held.Length);
        await Task.Delay(delay, context.RequestAborted);
        state.CountServed();
        held.Position = 0;
        await held.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Sends the answer's head, and after a while half of its body; an answer without a body ends before its head.</summary>
    private static async Task CutAsync(HttpContext context, RequestDelegate next, int delay, State state)
    {
        using MemoryStream held = await HoldAsync(context, next);
        state.CountFault();
        if (held.Length > 0)
        {
            await SendHeadAsync(context, held.Length);
            await Task.Delay(delay, context.RequestAborted);
            await context.Response.Body.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length / 2));
            await context.Response.Body.FlushAsync();
        }

        context.Abort();
    }

    private static async Task SendHeadAsync(HttpContext context, long length)
    {
        // Of a 204 the server leaves it out.
        context.Response.ContentLength = length;
        await context.Response.StartAsync();
        await context.Response.Body.FlushAsync();
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (FaceError error)
        {
            await error.WriteAsync(context.Response);
        }
    }

    /// <summary>Has the work done, and keeps the answer's body back.</summary>
    private static async Task<MemoryStream> HoldAsync(HttpContext context, RequestDelegate next)
    {
        Stream wire = context.Response.Body;
        var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await AnswerAsync(context, next);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Response.Body = wire;
        }

        return held;
    }

    /// <summary>The same in every process, unlike .NET's own.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619) + (number >> 3));

    /// <summary>The plan and its counts, in which a request stands before its client can know what became of it.</summary>
    private sealed class State(FaultPlan plan, TimeProvider time)
    {
        private readonly long _start = time.GetTimestamp();
        private int _requests;
        private int _served;
        private int _throttled;
        private int _faults;
        private int _lostAnswers;
        private int _conflicts;

        public FaultPlan Plan { get; } = plan;

        public QuotaWindow? Window { get; } = plan.Limit is { } limit ? new QuotaWindow(limit.Calls, limit.Period, time) : null;

        public FaultCounts Counts => new(_requests, _served, _throttled, _faults, _lostAnswers, _conflicts, time.GetElapsedTime(_start).TotalSeconds);

        public int NextRequest() => Interlocked.Increment(ref _requests);

        public void CountServed() => Interlocked.Increment(ref _served);

        public void CountThrottled() => Interlocked.Increment(ref _throttled);

        public void CountFault() => Interlocked.Increment(ref _faults);

        public void CountLostAnswer()
        {
            Interlocked.Increment(ref _lostAnswers);
            CountFault();
        }

        public void CountConflict()
        {
            Interlocked.Increment(ref _conflicts);
            CountFault();
        }
    }
}
