using System.Globalization;
using System.Security.Cryptography;
using FaceEmulator.Faults;

namespace FaceEmulator;

/// <summary>What the command line and the environment say.</summary>
internal sealed record EmulatorOptions
{
    public const int DefaultPort = 8973;

    public const string Usage = """
        FaceEmulator: a local emulator of the Azure AI Face service, with real detection. It listens on 127.0.0.1 only.

          --port N           port to listen on; 0 for any free one (default 8973)
          --key KEY          the key that clients must send (better, where it is not given: the variable FACE_EMULATOR_KEY); else it makes one
          --stdin            read the key from the first line of standard input, and stop when standard input ends
          --data FOLDER      keep groups, lists and sessions there (SQLite); else in memory only
          --training-time MS milliseconds that a training takes at least; without it, it is over when its call returns
          --limited-access   refuse face ids as a resource without Microsoft's approval does
          --verbose          a line a request on standard error
          --version, --help

        What goes wrong on purpose (also PUT /emulator/faults; GET /emulator/counts tells what came of it):
          --latency MS       milliseconds before each answer        --jitter MS         up to as many more
          --quota N/s, N/m   calls a second or a minute, then 429   --no-retry-after    without the header Retry-After
          --error-rate R     share of requests that fail            --error-status LIST with these (default 500,503)
          --reset-rate R     share of connections reset             --truncate-rate R   share of answers cut in the middle
          --malformed-rate R share of answers that are no JSON      --body-delay MS     between an answer's head and body
          --lost-answer-rate R  share of requests that are carried out, and whose connection is reset in place of the answer
          --conflict-rate R  share of writes to groups, lists, persons and faces that get 409 ConcurrentOperationConflict
          --seed N           the same seed, the same fate of the n-th request
        """;

    public int Port { get; init; } = DefaultPort;

    public required string Key { get; init; }

    /// <summary>Whether it made the key itself, and so has to tell it.</summary>
    public bool KeyIsNew { get; init; }

    public bool StopsWithInput { get; init; }

    /// <summary>How long a training takes at least.</summary>
    public TimeSpan TrainingTime { get; init; }

    /// <summary>The clock that face ids and sessions expire by, and that quotas count by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where person groups, face lists and sessions are kept; null for memory only.</summary>
    public string? DataFolder { get; init; }

    public bool LimitedAccess { get; init; }

    public bool Verbose { get; init; }

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan Faults { get; init; } = new();

    /// <summary>Reads the command line; an <see cref="ArgumentException"/> says what is wrong with it.</summary>
    public static EmulatorOptions Parse(string[] args, TextReader input)
    {
        int port = DefaultPort;
        string? key = null, data = null;
        var faults = new FaultPlan();
        TimeSpan trainingTime = TimeSpan.Zero;
        bool stdin = false, limited = false, verbose = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--port":
                    if (!int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)
                    {
                        throw new ArgumentException("--port takes a number from 0 to 65535.");
                    }

                    break;
                case "--key":
                    key = Value();
                    break;
                case "--data":
                    data = Value();
                    break;
                case "--training-time":
                    trainingTime = uint.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out uint ms) && ms <= 86_400_000 ? TimeSpan.FromMilliseconds(ms)
                        : throw new ArgumentException("--training-time takes milliseconds, a day's at most.");
                    break;
                case "--stdin":
                    stdin = true;
                    break;
                case "--limited-access":
                    limited = true;
                    break;
                case "--verbose":
                    verbose = true;
                    break;
                default:
                    string option = args[i];
                    try
                    {
                        if (!faults.TryRead(option, Value, out faults))
                        {
                            throw new ArgumentException($"'{option}' is not an option.");
                        }
                    }
                    catch (Exception e) when (e is FormatException or OverflowException)
                    {
                        throw new ArgumentException($"{option} takes a number.", e);
                    }

                    break;
            }

            string Value() => i + 1 < args.Length ? args[++i] : throw new ArgumentException($"{args[i]} needs a value.");
        }

        if (faults.Complaint() is { } complaint)
        {
            throw new ArgumentException(complaint);
        }

        string? told = (stdin ? input.ReadLine() : null) ?? key ?? Environment.GetEnvironmentVariable("FACE_EMULATOR_KEY");
        bool isNew = string.IsNullOrWhiteSpace(told);
        return new EmulatorOptions
        {
            Port = port,
            Key = isNew ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : told!.Trim(),
            KeyIsNew = isNew,
            StopsWithInput = stdin,
            LimitedAccess = limited,
            DataFolder = data,
            TrainingTime = trainingTime,
            Verbose = verbose,
            Faults = faults,
        };
    }
}
