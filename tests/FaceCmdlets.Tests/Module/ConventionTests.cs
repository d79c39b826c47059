namespace FaceCmdlets.Tests.Module;

/// <summary>PowerShell's conventions, held against every cmdlet of the built module.</summary>
public sealed class ConventionTests : IDisposable
{
    private static readonly string[] ChangingVerbs = ["New", "Set", "Remove", "Add", "Import", "Export", "Save", "Start", "Stop"];
    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Verbs_are_approved() => AllKeep("""
        $approved = 'VerbsCommon', 'VerbsCommunications', 'VerbsData', 'VerbsDiagnostic', 'VerbsLifecycle', 'VerbsOther', 'VerbsSecurity' |
            ForEach-Object { [psobject].Assembly.GetType("System.Management.Automation.$_").GetFields().Name }
        $cmdlets | Where-Object Verb -notin $approved | ForEach-Object Name
        """);

    [Fact]
    public void Nouns_are_prefixed_and_singular() => AllKeep("""
        $cmdlets | Where-Object { $_.Noun -cnotmatch '^AzFace([A-Z]\w*)?$' -or $_.Noun -cmatch '[^s]s$' } | ForEach-Object Name
        """);

    [Fact]
    public void Parameter_names_are_singular_and_in_Pascal_case() => AllKeep("""
        # What is a number or a mode by its nature, not a list: the words end in s all the same.
        $words = 'RequestsPerSecond', 'MaxCalls', 'Landmarks', 'MaxCandidates', 'ClientAttemptsAllowed', 'ExpectedClientIPAddress', 'Address', 'Pass', 'Status', 'Canvas', 'MaximumBytes', 'MinimumFacePixels', 'Pixels', 'Radius', 'Axis', 'Alias', 'Process'
        foreach ($cmdlet in $cmdlets) {
            $cmdlet.Parameters.Values | Where-Object { $_.Name -notin $common -and ($_.Name -cnotmatch '^[A-Z][A-Za-z0-9]*$' -or ($_.Name -cmatch '[^s]s$' -and $_.Name -notin $words -and $_.Name -cnotmatch '(Glasses|Free|Axes)$')) } | ForEach-Object { "$cmdlet -$($_.Name)" }
        }
        """);

    [Fact]
    public void What_changes_something_has_WhatIf_and_Confirm() => AllKeep($$"""
        $changing = '{{string.Join("', '", ChangingVerbs)}}'
        $cmdlets | Where-Object { $_.Verb -in $changing -and -not $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name
        """);

    [Fact]
    public void What_deletes_at_the_service_asks_first() => AllKeep("""
        $cmdlets | Where-Object Verb -eq 'Remove' | Where-Object {
            $_.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0].ConfirmImpact -ne 'High' } | ForEach-Object Name
        """);

    [Fact]
    public void What_emits_says_what_it_emits() => AllKeep("""
        $cmdlets | Where-Object { $_.Verb -notin 'Remove', 'Set', 'Disconnect', 'Stop' -and -not $_.OutputType } | ForEach-Object Name
        """);

    [Fact]
    public void Wildcards_are_for_Path_and_never_for_LiteralPath() => AllKeep("""
        foreach ($cmdlet in $cmdlets) {
            foreach ($name in 'Path', 'LiteralPath') {
                if (-not $cmdlet.Parameters.ContainsKey($name)) { continue }
                $wild = [bool] ($cmdlet.Parameters[$name].Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] })
                $many = $cmdlet.Parameters[$name].ParameterType.IsArray
                if (($name -eq 'Path' -and $many -and -not $wild) -or ($name -eq 'LiteralPath' -and $wild)) { "$cmdlet -$name" }
            }
        }
        """);

    [Fact]
    public void Whatever_talks_to_the_service_takes_a_context() => AllKeep("""
        $cmdlets | Where-Object { $_.ImplementingType.IsSubclassOf([FaceCmdlets.Commands.ConnectedCmdlet]) -and -not $_.Parameters.ContainsKey('Context') } | ForEach-Object Name
        """);

    [Fact]
    public void Every_emitted_type_says_something_readable() => AllKeep("""
        $types = $cmdlets | ForEach-Object { $_.OutputType.Type } | Where-Object { $_ -and $_.Namespace -eq 'FaceCmdlets' }
        foreach ($type in $types) {
            if ($type.GetMethod('ToString', [Type[]]@()).DeclaringType -in [object], [ValueType]) { $type.FullName }
        }
        """);

    [Fact]
    public void No_column_of_a_table_can_read_as_a_list() => AllKeep("""
        $types = $cmdlets | ForEach-Object { $_.OutputType.Type } | Where-Object { $_ -and $_.Namespace -eq 'FaceCmdlets' }
        foreach ($type in $types) {
            foreach ($property in $type.GetProperties()) {
                $hidden = $property.GetCustomAttributes([Management.Automation.HiddenAttribute], $true).Count
                $plain = [Nullable]::GetUnderlyingType($property.PropertyType)
                if (-not $plain) { $plain = $property.PropertyType }
                if (-not $hidden -and $plain -ne [string] -and [Collections.IEnumerable].IsAssignableFrom($plain)) { "$type.$($property.Name)" }
            }
        }
        """);

    /// <summary>The script names whatever does not keep the rule.</summary>
    private void AllKeep(string script) => Assert.Empty(_session.Run($"""
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $cmdlets = Get-Command -Module FaceCmdlets
        {script}
        """).Select(name => name.ToString()));
}
