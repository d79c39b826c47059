using FaceCmdlets.DependencyCheck;

// DependencyCheck FOLDER... [-- FOLDER...]
if (args.Length == 0)
{
    Console.Error.WriteLine("DependencyCheck FOLDER... [-- FOLDER...]   a folder has a restored project, or a package-lock.json in it or right below; what is behind -- does not ship: only its vulnerabilities are looked up");
    return 64;
}

string[] ships = [.. args.TakeWhile(arg => arg != "--")];
string[] all = [.. args.Where(arg => arg != "--")];
Dependency[] dependencies = [.. ships.SelectMany(folder => AssetsIn(folder).SelectMany(Dependency.OfAssets).Concat(LocksIn(folder).SelectMany(path => Dependency.OfLock(File.ReadAllText(path)))))
    .Distinct().OrderBy(dependency => dependency.Registry, StringComparer.OrdinalIgnoreCase).ThenBy(dependency => dependency.Name, StringComparer.OrdinalIgnoreCase)];
foreach (Dependency dependency in dependencies)
{
    Console.WriteLine($"  {dependency.Registry,-5} {dependency.Name,-52} {dependency.Version,-16} {dependency.Licence}");
}

Dependency[] refused = [.. dependencies.Where(dependency => !LicenceRules.Allow(dependency))];
foreach (Dependency dependency in refused)
{
    Console.WriteLine($"{dependency.Name} {dependency.Version}: the licence '{dependency.Licence}' is not among those that may ship (tools/DependencyCheck/LicenceRules.cs).");
}

HashSet<Vulnerability> shipped = [];
HashSet<Vulnerability> other = [];
HashSet<string> unknown = [];
List<string> failures = [];
int answered = 0;
foreach ((string folder, Task<AuditResult> audit) in all.SelectMany(folder => AuditsOf(folder).Select(audit => (folder, audit))).ToArray())
{
    AuditResult result = await audit;
    if (result.Failure is { } failure)
    {
        failures.Add($"{folder}: {failure}");
    }
    else if (result.NotLookedUp is { } why)
    {
        unknown.Add(why);
    }
    else
    {
        answered++;
        (ships.Contains(folder) ? shipped : other).UnionWith(result.Found);
    }
}

foreach (Vulnerability vulnerability in shipped)
{
    Console.WriteLine($"{vulnerability.Package}: {vulnerability.Severity}, {vulnerability.Advisory}");
}

foreach (Vulnerability vulnerability in other)
{
    Console.WriteLine($"{vulnerability.Package} (does not ship): {vulnerability.Severity}, {vulnerability.Advisory}");
}

foreach (string why in unknown)
{
    Console.WriteLine($"Vulnerabilities not looked up: {why}.");
}

foreach (string failure in failures)
{
    Console.WriteLine($"Vulnerabilities could not be looked up: {failure}");
}

Console.WriteLine($"Dependencies: {dependencies.Length} packages ship, {refused.Length} under a licence that may not, {(answered > 0 ? $"{shipped.Count} with known vulnerabilities" : "known vulnerabilities not looked up")}{(failures.Count > 0 ? $", {failures.Count} look-ups failed" : string.Empty)}.");
return refused.Length + shipped.Count + failures.Count > 0 ? 1 : 0;

static IEnumerable<Task<AuditResult>> AuditsOf(string folder) =>
    AssetsIn(folder).Select(_ => Audit.OfProjectAsync(folder)).Concat(LocksIn(folder).Select(path => Audit.OfLockAsync(Path.GetDirectoryName(path)!)));

static IEnumerable<string> AssetsIn(string folder) => new[] { Path.Combine(folder, "obj", "project.assets.json") }.Where(File.Exists);

static IEnumerable<string> LocksIn(string folder) => new[] { folder }.Concat(Directory.GetDirectories(folder).Where(path => Path.GetFileName(path) != "node_modules"))
    .Select(path => Path.Combine(path, "package-lock.json")).Where(File.Exists);
