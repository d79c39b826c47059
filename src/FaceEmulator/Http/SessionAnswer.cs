using System.Text.Json;
using FaceEmulator.Storage;
using FaceEmulator.Vision;

namespace FaceEmulator.Http;

/// <summary>Writes sessions as the service does.</summary>
internal static class SessionAnswer
{
    public static void Write(Utf8JsonWriter json, StoredSession session, string token, SessionStore store, bool isPreview)
    {
        List<StoredAttempt> attempts = store.Attempts(session.Id);
        json.WriteStartObject();
        json.WriteString("sessionId", session.Id);
        json.WriteString("authToken", token);
        json.WriteString("status", Status(session, attempts, store.Now));
        json.WriteString("modelVersion", session.Model);
        if (isPreview)
        {
            json.WriteBoolean("isAbuseMonitoringEnabled", session.IsMonitored);
            if (session.ExpectedAddress is { } address)
            {
                json.WriteString("expectedClientIpAddress", address);
            }
        }

        json.WriteStartObject("results");
        if (session.Verify is { } verify)
        {
            json.WriteStartArray("verifyReferences");
            json.WriteStartObject();
            json.WriteString("referenceType", "Color");
            WriteBox(json, verify.Box);
            json.WriteString("qualityForRecognition", verify.Quality);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("attempts");
        foreach (StoredAttempt attempt in attempts)
        {
            WriteAttempt(json, session, attempt, store, isPreview);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>That of the newest attempt; after a failure it goes on as long as another attempt may come.</summary>
    private static string Status(StoredSession session, List<StoredAttempt> attempts, DateTimeOffset now) =>
        attempts is not [var newest, ..] ? "NotStarted"
        : newest.Status == SessionStore.Failed && attempts.Count < session.AttemptsAllowed && now < session.TokenEnds ? SessionStore.Running
        : newest.Status;

    private static void WriteAttempt(Utf8JsonWriter json, StoredSession session, StoredAttempt attempt, SessionStore store, bool isPreview)
    {
        json.WriteStartObject();
        json.WriteNumber("attemptId", attempt.Number);
        json.WriteString("attemptStatus", attempt.Status);
        switch (attempt.Outcome)
        {
            case { Error: { } error } outcome:
                json.WriteStartObject("error");
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                WriteTargets(json, outcome.Box);
                json.WriteEndObject();
                break;
            case { } outcome:
                WriteResult(json, session, outcome);
                break;
        }

        if (isPreview)
        {
            json.WriteStartArray("clientInformation");
            json.WriteStartObject();
            json.WriteString("ip", attempt.Address);
            json.WriteEndObject();
            json.WriteEndArray();
            if (session.IsMonitored && attempt.Outcome is not null)
            {
                WriteAbuse(json, store.RelatedSpoofs(session, attempt));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, StoredSession session, AttemptOutcome outcome)
    {
        json.WriteStartObject("result");
        json.WriteString("livenessDecision", outcome.Decision);
        WriteTargets(json, outcome.Box);
        json.WriteString("digest", outcome.Digest);
        if (outcome.Image is { } image)
        {
            json.WriteString("sessionImageId", image);
        }

        if (session.Verify is { } verify && outcome.Confidence is { } confidence)
        {
            json.WriteStartObject("verifyResult");
            json.WriteNumber("matchConfidence", Math.Round(confidence, 5));
            json.WriteBoolean("isIdentical", confidence >= verify.Threshold);
            json.WriteEndObject();
            if (verify.Hash is { } hash)
            {
                json.WriteString("verifyImageHash", hash);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteAbuse(Utf8JsonWriter json, List<StoredAttempt> related)
    {
        json.WriteStartObject("abuseMonitoringResult");
        json.WriteBoolean("isAbuseDetected", related.Count > 0);
        json.WriteStartArray("otherFlaggedSessions");
        foreach (StoredAttempt other in related)
        {
            json.WriteStartObject();
            json.WriteNumber("attemptId", other.Number);
            json.WriteString("sessionId", other.Session);
            if (other.Outcome?.Image is { } image)
            {
                json.WriteString("sessionImageId", image);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, FaceBox box)
    {
        json.WriteStartObject("targets");
        json.WriteStartObject("color");
        WriteBox(json, box);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, FaceBox box)
    {
        json.WriteStartObject("faceRectangle");
        json.WriteNumber("top", box.Top);
        json.WriteNumber("left", box.Left);
        json.WriteNumber("width", box.Width);
        json.WriteNumber("height", box.Height);
        json.WriteEndObject();
    }
}
