namespace FaceCmdlets.Tests.Credentials;

/// <summary>Variables of this process for the time of a test.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentVariables(params (string Name, string? Value)[] variables)
    {
        foreach ((string name, string? value) in variables)
        {
            _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
