using System.Text.Json;
using FaceEmulator.Http;

namespace FaceEmulator.Faults;

/// <summary>GET and PUT /emulator/faults: the plan. GET /emulator/counts: what came of the requests since the plan was set.</summary>
internal static class ControlEndpoint
{
    public static void Map(WebApplication app, FaultInjector faults)
    {
        app.MapGet("/emulator/faults", context => context.Response.WriteAsJsonAsync(faults.Plan, FaultJson.Default.FaultPlan));
        app.MapGet("/emulator/counts", context => context.Response.WriteAsJsonAsync(faults.Counts, FaultJson.Default.FaultCounts));
        app.MapPut("/emulator/faults", async context =>
        {
            FaultPlan? plan;
            try
            {
                plan = await JsonSerializer.DeserializeAsync(context.Request.Body, FaultJson.Default.FaultPlan, context.RequestAborted);
            }
            catch (JsonException)
            {
                throw FaceError.BadArgument("JSON parsing error.");
            }

            if (plan is null || plan.Complaint() is not null)
            {
                throw FaceError.BadArgument(plan?.Complaint() ?? "Request body is invalid.");
            }

            faults.Change(plan);
            await context.Response.WriteAsJsonAsync(plan, FaultJson.Default.FaultPlan);
        });
    }
}
