# Import-Module in a fresh process, against a binary module with one empty cmdlet; the two in turn.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$engine = [Environment]::GetCommandLineArgs()[0]
$modules = @{
    FaceCmdlets = [IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1')
    EmptyModule = [IO.Path]::Combine($root, 'bench', 'EmptyModule', 'bin', 'Release', 'net8.0', 'EmptyModule.psd1')
}
$times = @{ FaceCmdlets = @(); EmptyModule = @() }
foreach ($round in 1..11) {
    foreach ($name in 'FaceCmdlets', 'EmptyModule') {
        $command = "`$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$($modules[$name])'; `$w.Elapsed.TotalMilliseconds"
        $printed = if ($engine -like '*.dll') { dotnet $engine -Command $command } else { & $engine -NoProfile -Command $command }
        if ($round -gt 1) { $times[$name] += [double]::Parse("$printed".Trim(), [cultureinfo]::InvariantCulture) }
    }
}
function Get-Median([double[]] $values) { [Array]::Sort($values); $values[[int][math]::Floor($values.Length / 2)] }
$ours = Get-Median $times.FaceCmdlets
$empty = Get-Median $times.EmptyModule
"Import-Module, median of 10 fresh processes: FaceCmdlets $($ours.ToString('0.0')) ms, an empty module $($empty.ToString('0.0')) ms, ratio $(($ours / $empty).ToString('0.00'))"
