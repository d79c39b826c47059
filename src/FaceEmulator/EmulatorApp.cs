using System.Diagnostics;
using System.Net;
using FaceEmulator.Faults;
using FaceEmulator.Http;
using FaceEmulator.Storage;
using FaceEmulator.Vision;
using Microsoft.AspNetCore.Connections;

namespace FaceEmulator;

/// <summary>Puts the emulator together.</summary>
internal static class EmulatorApp
{
    /// <summary>What the package Azure.AI.Vision.Face 1.0.0-beta.2 asks for. Its sessions were replaced.</summary>
    private const string OfficialPackage = "v1.2-preview.1";

    public static WebApplication Build(EmulatorOptions options, FaceAnalyzer analyzer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var ids = new FaceIdStore(options.Time);
        var sight = new Sight(analyzer);
        FaceDatabase database = FaceDatabase.Open(options.DataFolder);
        PersonGroupEndpoints[] groups = [.. new[] { CollectionKind.LargePersonGroup, CollectionKind.PersonGroup }.Select(kind => new PersonGroupEndpoints(kind, new PersonGroupStore(database, kind), sight, options.TrainingTime))];
        FaceListEndpoints[] lists = [.. new[] { CollectionKind.LargeFaceList, CollectionKind.FaceList }.Select(kind => new FaceListEndpoints(kind, new FaceListStore(database, kind), sight, options.TrainingTime))];
        var sessionTokens = new SessionToken(options.Key);
        var sessionStore = new SessionStore(database, options.Time);
        var sessions = new SessionEndpoints(options, sessionStore, sessionTokens, sight);
        var attempts = new SessionAttemptEndpoint(sessionStore, sessionTokens, sight);
        var detection = new DetectEndpoint(options, sight, ids, sessionStore);
        var faults = new FaultInjector(options.Faults, options.Time);
        WebApplication app = builder.Build();
        app.Use(async (context, next) =>
        {
            long start = Stopwatch.GetTimestamp();
            string id = Guid.NewGuid().ToString();
            IHeaderDictionary headers = context.Response.Headers;
            headers["apim-request-id"] = id;
            headers["x-ms-region"] = "Emulator";
            headers["X-Content-Type-Options"] = "nosniff";
            context.Response.OnStarting(() =>
            {
                headers["x-envoy-upstream-service-time"] = ((int)Stopwatch.GetElapsedTime(start).TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            });
            try
            {
                if (context.Request.Path == "/emulator/health" || KeyAuthentication.Accepts(context.Request, options.Key) || attempts.Accepts(context.Request))
                {
                    await (context.Request.Path.StartsWithSegments("/face") ? faults.InvokeAsync(context, next) : next(context));
                }
                else
                {
                    await FaceError.InvalidKey.WriteAsync(context.Response);
                }
            }
            catch (FaceError error)
            {
                await error.WriteAsync(context.Response);
            }
            catch (Exception e) when (e is ConnectionResetException || (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested))
            {
                // Nobody is there any more to answer to.
            }
            catch (BadHttpRequestException e)
            {
                await FaceError.BadArgument($"Request body is invalid. {e.Message}").WriteAsync(context.Response);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                await Console.Error.WriteLineAsync($"{context.Request.Method} {context.Request.Path} {id}: {e}");
                await new FaceError(500, "UnexpectedServerError", "The emulator failed at this; its standard error says how.").WriteAsync(context.Response);
            }

            if (options.Verbose)
            {
                await Console.Error.WriteLineAsync(FormattableString.Invariant($"{context.Request.Method} {context.Request.Path} {context.Response.StatusCode} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms {id}"));
            }
        });
        app.UseRouting();
        var recognition = new RecognitionEndpoints(options, ids, groups, lists);
        foreach (string version in (string[])["v1.0", OfficialPackage, "v1.2", SessionEndpoints.Preview])
        {
            app.MapPost($"/face/{version}/detect", detection.HandleAsync);
            recognition.Map(app, version);
            foreach (PersonGroupEndpoints group in groups)
            {
                group.Map(app, version);
            }

            foreach (FaceListEndpoints list in lists)
            {
                list.Map(app, version);
            }

            if (version is not ("v1.0" or OfficialPackage))
            {
                sessions.Map(app, version);
            }
        }

        new SessionSettingsEndpoints(sessionStore).Map(app, SessionEndpoints.Preview);
        attempts.Map(app);

        app.Lifetime.ApplicationStopped.Register(() =>
        {
            database.Dispose();
            sight.Dispose();
        });
        ControlEndpoint.Map(app, faults);
        app.MapGet("/emulator/health", context => context.Response.WriteAsync("""{"status":"ready"}"""));
        app.MapFallback(context => FaceError.ResourceNotFound.WriteAsync(context.Response));
        return app;
    }
}
