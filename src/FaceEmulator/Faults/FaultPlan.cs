using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaceEmulator.Faults;

/// <summary>What goes wrong on purpose (settable, so that JSON keeps the defaults), so that scripts can be tried against it. Rates are shares of requests, 0 to 1.</summary>
internal sealed record FaultPlan
{
    private const int LongestDelay = 86_400_000;

    /// <summary>Milliseconds before each answer.</summary>
    public int Latency { get; set; }

    /// <summary>Up to as many milliseconds more.</summary>
    public int Jitter { get; set; }

    /// <summary>Calls in a period, as "10/s" or "20/m"; null for no quota.</summary>
    public string? Quota { get; set; }

    /// <summary>Whether a 429 has the header Retry-After; the real F0 was seen without.</summary>
    public bool RetryAfterHeader { get; set; } = true;

    /// <summary>Share of requests that get one of <see cref="ErrorStatus"/>.</summary>
    public double ErrorRate { get; set; }

    /// <summary>Statuses to choose from.</summary>
    public int[] ErrorStatus { get; set; } = [500, 503];

    /// <summary>Share of requests whose connection is reset.</summary>
    public double ResetRate { get; set; }

    /// <summary>Share of answers that end in the middle.</summary>
    public double TruncateRate { get; set; }

    /// <summary>Share of answers that are no JSON.</summary>
    public double MalformedRate { get; set; }

    /// <summary>Share of requests whose work is done, and whose connection is reset in place of the answer.</summary>
    public double LostAnswerRate { get; set; }

    /// <summary>Share of writes to groups, lists, persons and their faces that are refused with 409 ConcurrentOperationConflict.</summary>
    public double ConflictRate { get; set; }

    /// <summary>Milliseconds between an answer's head and its body.</summary>
    public int BodyDelay { get; set; }

    /// <summary>With the same seed the n-th request has the same fate.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Calls and their period; null for no quota.</summary>
    [JsonIgnore]
    public (int Calls, TimeSpan Period)? Limit => Quota?.Split('/') is [var calls, var unit]
        ? (int.Parse(calls, NumberStyles.None, CultureInfo.InvariantCulture), unit switch { "s" => TimeSpan.FromSeconds(1), "m" => TimeSpan.FromMinutes(1), _ => throw new FormatException() })
        : null;

    /// <summary>Reads one option of the command line; false where it is none of these.</summary>
    public bool TryRead(string option, Func<string> value, out FaultPlan changed)
    {
        changed = option switch
        {
            "--latency" => this with { Latency = Whole() },
            "--jitter" => this with { Jitter = Whole() },
            "--quota" => this with { Quota = value() },
            "--no-retry-after" => this with { RetryAfterHeader = false },
            "--error-rate" => this with { ErrorRate = Share() },
            "--error-status" => this with { ErrorStatus = [.. value().Split(',').Select(int.Parse)] },
            "--reset-rate" => this with { ResetRate = Share() },
            "--truncate-rate" => this with { TruncateRate = Share() },
            "--malformed-rate" => this with { MalformedRate = Share() },
            "--lost-answer-rate" => this with { LostAnswerRate = Share() },
            "--conflict-rate" => this with { ConflictRate = Share() },
            "--body-delay" => this with { BodyDelay = Whole() },
            "--seed" => this with { Seed = Whole() },
            _ => this,
        };
        return !ReferenceEquals(changed, this);

        int Whole() => int.Parse(value(), NumberStyles.None, CultureInfo.InvariantCulture);
        double Share() => double.Parse(value(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Says what is wrong with it, or null.</summary>
    public string? Complaint()
    {
        double[] rates = [ErrorRate, ResetRate, TruncateRate, MalformedRate, LostAnswerRate, ConflictRate];
        if (!rates.All(rate => rate is >= 0 and <= 1) || rates.Sum() > 1)
        {
            return "Rates are from 0 to 1, and together at most 1.";
        }

        if (!new[] { Latency, Jitter, BodyDelay }.All(delay => delay is >= 0 and <= LongestDelay) || ErrorStatus is not { Length: > 0 } || ErrorStatus.Any(status => status is < 400 or > 599))
        {
            return "Delays are milliseconds, a day's at most, and error statuses are from 400 to 599.";
        }

        try
        {
            return Limit is { Calls: < 1 } || (Quota is not null && Limit is null) ? "The quota is like 10/s or 20/m." : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return "The quota is like 10/s or 20/m.";
        }
    }
}

/// <summary>JSON of the control endpoint, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FaultPlan))]
[JsonSerializable(typeof(FaultCounts))]
internal sealed partial class FaultJson : JsonSerializerContext;

/// <summary>What came of the requests since the start, or since the plan was changed.</summary>
/// <param name="Requests">All of them.</param>
/// <param name="Served">Those that got the service's own answer, be it a refusal.</param>
/// <param name="Throttled">Those beyond the quota.</param>
/// <param name="Faults">Those that something else went wrong with on purpose.</param>
/// <param name="LostAnswers">Of these, those whose work was done all the same.</param>
/// <param name="Conflicts">Of these, those that were refused as in conflict with others.</param>
/// <param name="Seconds">How long that is.</param>
internal sealed record FaultCounts(int Requests, int Served, int Throttled, int Faults, int LostAnswers, int Conflicts, double Seconds);
