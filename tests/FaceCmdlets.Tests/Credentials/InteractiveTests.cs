using FaceCmdlets.Tests.Module;

namespace FaceCmdlets.Tests.Credentials;

public sealed class InteractiveTests : IDisposable
{
    private readonly FakeCloud _cloud = new();
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [LinuxFact("Only Linux opens the browser by a program on the path.")]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task The_browser_is_opened_and_what_it_brings_back_becomes_a_token()
    {
        // What opens a browser here is the program of that name: this one only notes the address.
        string address = Path.Combine(_folder, "address");
        string browser = Path.Combine(_folder, "xdg-open");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\nprintf %s \"$1\" > '{address}.new' && mv '{address}.new' '{address}'\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var environment = new EnvironmentVariables(("PATH", _folder + ":" + Environment.GetEnvironmentVariable("PATH")), ("SUDO_USER", null));

        Task connect = Task.Run(() => _session.Run($"Connect-AzFace {FakeCloud.Endpoint} -Interactive -TenantId {FakeCloud.Tenant} -ClientId {FakeCloud.ClientId} -CredentialTimeout 60"));
        while (!File.Exists(address) && !connect.IsCompleted)
        {
            await Task.Delay(50);
        }

        if (connect.IsCompleted)
        {
            await connect;
        }

        var opened = new HttpExchange("GET", new Uri(await File.ReadAllTextAsync(address)), new Dictionary<string, string>(), "");
        Assert.Equal("login.microsoftonline.com", opened.Address.Host);
        Assert.Equal(FakeCloud.ClientId, opened.Query["client_id"]);
        Assert.Contains("https://cognitiveservices.azure.com/.default", opened.Query["scope"], StringComparison.Ordinal);
        using var http = new HttpClient();
        using var answer = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = "the-code", ["state"] = opened.Query["state"] });
        string redirect = opened.Query["redirect_uri"];
        using HttpResponseMessage _ = opened.Query.GetValueOrDefault("response_mode") == "form_post"
            ? await http.PostAsync(redirect, answer)
            : await http.GetAsync($"{redirect}?{await answer.ReadAsStringAsync()}");

        await connect;
        HttpExchange asked = Assert.Single(_cloud.TokenRequests);
        Assert.Equal("the-code", asked.Form["code"]);
        Assert.NotEmpty(asked.Form["code_verifier"]);
        _session.Run($"Invoke-AzFaceDetection '{ModuleSession.Sample("coffee.png")}'");
        Assert.Equal("Bearer " + Assert.Single(_cloud.Tokens), Assert.Single(_cloud.FaceRequests).Headers["Authorization"]);
    }
}
