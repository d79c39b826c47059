using System.Net.Sockets;
using FaceEmulator;
using FaceEmulator.Storage;
using FaceEmulator.Vision;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

string version = typeof(EmulatorOptions).Assembly.GetName().Version!.ToString(3);
if (args.Contains("--help") || args.Contains("--version"))
{
    Console.WriteLine(args.Contains("--help") ? EmulatorOptions.Usage : version);
    return 0;
}

EmulatorOptions options;
try
{
    options = EmulatorOptions.Parse(args, Console.In);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync($"FaceEmulator: {e.Message}\n\n{EmulatorOptions.Usage}");
    return 64;
}

FaceAnalyzer analyzer;
try
{
    analyzer = FaceAnalyzer.Load(Path.Combine(AppContext.BaseDirectory, "models"));
}
catch (InvalidDataException e)
{
    await Console.Error.WriteLineAsync($"FaceEmulator: {e.Message}");
    return 3;
}

using FaceAnalyzer eyes = analyzer;
WebApplication built;
try
{
    built = EmulatorApp.Build(options, eyes);
}
catch (Exception e) when (e is DataFolderException or SqliteException)
{
    await Console.Error.WriteLineAsync($"FaceEmulator: {(e as DataFolderException ?? DataFolderException.Of(options.DataFolder!, e)).Message}");
    return 3;
}

await using WebApplication app = built;
try
{
    await app.StartAsync();
}
catch (Exception e) when (e is SocketException or IOException)
{
    string problem = e.InnerException is AddressInUseException ? "is taken" : $"cannot be listened on: {e.Message}";
    await Console.Error.WriteLineAsync($"FaceEmulator: port {options.Port} {problem}. Choose another with --port, or 0 for any that is free.");
    return 2;
}

string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
Console.WriteLine($"FaceEmulator {version} listening on {address}");
if (options.KeyIsNew)
{
    Console.WriteLine($"Key: {options.Key}");
}

if (options.StopsWithInput)
{
    _ = Task.Run(async () =>
    {
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        app.Lifetime.StopApplication();
    });
}

await app.WaitForShutdownAsync();
return 0;
