<#
.SYNOPSIS
Builds, tests and shows FaceCmdlets. The functions below are the tasks.
#>
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Package', 'Bench', 'Clean')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$out = [IO.Path]::Combine($root, 'out')

function Invoke-Build {
    Invoke-Native { dotnet build ([IO.Path]::Combine($root, 'FaceCmdlets.sln')) -c Release --nologo -v quiet -clp:NoSummary }
    $compiler = [IO.Path]::Combine($root, 'tools', 'HelpCompiler', 'bin', 'Release', 'net10.0', 'HelpCompiler.dll')
    $module = [IO.Path]::Combine($out, 'FaceCmdlets')
    Invoke-Native { dotnet $compiler ([IO.Path]::Combine($module, 'FaceCmdlets.dll')) ([IO.Path]::Combine($root, 'docs', 'en-US')) ([IO.Path]::Combine($module, 'en-US')) }
}

function Invoke-Test {
    Invoke-Build
    $script:passed = 0; $script:failed = 0; $script:skipped = 0
    Invoke-XUnitSuites
    if ([IO.File]::Exists([IO.Path]::Combine($root, 'tests', 'contract', 'package.json'))) { Invoke-Contract }
    Invoke-ReportTests
    Invoke-PesterSuite
    if ($script:skipped) { "$($script:skipped) tests were skipped: what they need is not here." }
    "$($script:passed) passed, $($script:failed) failed"
    if ($script:failed) { exit 1 }
}

function Invoke-Demo {
    Invoke-Build
    & ([IO.Path]::Combine($root, 'samples', 'Demo.ps1'))
}

function Invoke-Package {
    Invoke-Build
    $packager = [IO.Path]::Combine($root, 'tools', 'ModulePackager', 'bin', 'Release', 'net10.0', 'ModulePackager.dll')
    $packages = [IO.Path]::Combine($out, 'packages')
    Invoke-Native {
        dotnet $packager $packages `
            ([IO.Path]::Combine($out, 'FaceCmdlets')) ([IO.Path]::Combine($root, 'src', 'FaceCmdlets.Service', 'obj', 'project.assets.json')) `
            ([IO.Path]::Combine($out, 'FaceEmulator')) ([IO.Path]::Combine($root, 'src', 'FaceEmulator', 'obj', 'project.assets.json'))
    }
}

function Invoke-Bench {
    Invoke-Build
    foreach ($bench in [IO.Directory]::GetFiles([IO.Path]::Combine($root, 'bench'), '*.ps1')) { & $bench }
}

function Invoke-Clean {
    foreach ($name in 'bin', 'obj', 'node_modules') {
        foreach ($folder in [IO.Directory]::GetDirectories($root, $name, 'AllDirectories')) {
            if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
        }
    }

    if ([IO.Directory]::Exists($out)) { [IO.Directory]::Delete($out, $true) }
}

# The suites, the longest first, two at a time: each is a process of its own.
function Invoke-XUnitSuites {
    $waiting = [Collections.Generic.Queue[hashtable]]::new()
    foreach ($suite in @(
            @{ Name = 'FaceCmdlets.Tests.Module'; Project = 'FaceCmdlets.Tests'; Filter = 'FullyQualifiedName~.Module.' }
            @{ Name = 'FaceCmdlets.Tests'; Project = 'FaceCmdlets.Tests'; Filter = 'FullyQualifiedName!~.Module.' }
            @{ Name = 'FaceEmulator.Tests'; Project = 'FaceEmulator.Tests' }
            @{ Name = 'FaceCmdlets.Images.Tests'; Project = 'FaceCmdlets.Images.Tests' }
            @{ Name = 'FaceCmdlets.Bulk.Tests'; Project = 'FaceCmdlets.Bulk.Tests' })) {
        $waiting.Enqueue($suite)
    }

    $running = @()
    while ($waiting.Count -or $running.Count) {
        while ($waiting.Count -and $running.Count -lt 2) { $running += Start-XUnit $waiting.Dequeue() }
        $going = @()
        foreach ($suite in $running) {
            if ($suite.Process.HasExited) { Complete-XUnit $suite } else { $going += $suite }
        }

        $running = $going
        [Threading.Thread]::Sleep(200)
    }
}

function Start-XUnit([hashtable] $suite) {
    $suite.Log = [IO.Path]::Combine($out, 'tests', "$($suite.Name).trx")
    if ([IO.File]::Exists($suite.Log)) { [IO.File]::Delete($suite.Log) }
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    # Suites that run side by side do not share their temporary files: some tests count these.
    $suite.Temp = [IO.Directory]::CreateTempSubdirectory('facecmdlets-').FullName
    foreach ($name in 'TMPDIR', 'TMP', 'TEMP') { $start.Environment[$name] = $suite.Temp }
    $arguments = @('test', [IO.Path]::Combine($root, 'tests', $suite.Project), '-c', 'Release', '--no-build', '--nologo', '--logger', "trx;LogFileName=$($suite.Log)", '--logger', 'console;verbosity=minimal')
    if ($suite.Filter) { $arguments += '--filter', $suite.Filter }
    foreach ($argument in $arguments) { $start.ArgumentList.Add($argument) }
    $suite.Process = [Diagnostics.Process]::Start($start)
    $suite.Output = $suite.Process.StandardOutput.ReadToEndAsync()
    $suite
}

function Complete-XUnit([hashtable] $suite) {
    $suite.Output.Result.Trim()
    try { [IO.Directory]::Delete($suite.Temp, $true) } catch [IO.IOException] { "$($suite.Temp) is still in use." }
    if (-not [IO.File]::Exists($suite.Log)) {
        "$($suite.Name) did not run to its end."
        $script:failed++
        return
    }

    $counters = ([xml] [IO.File]::ReadAllText($suite.Log)).TestRun.ResultSummary.Counters
    $script:passed += [int] $counters.passed
    $script:failed += [int] $counters.failed
    $script:skipped += [int] $counters.total - [int] $counters.executed
    if ($suite.Process.ExitCode -and -not [int] $counters.failed) { "$($suite.Name) ended with exit code $($suite.Process.ExitCode)."; $script:failed++ }
}

function Invoke-Contract { Invoke-NodeTests 'contract' 'Contract tests: the official JavaScript client against the emulator' }

function Invoke-ReportTests {
    $folder = [IO.Path]::Combine($root, 'tests', 'report')
    if ($env:CI -eq 'true' -and $IsLinux -and -not (Find-Chromium)) { bash ([IO.Path]::Combine($folder, 'install-chromium.sh')) }
    if (Find-Chromium) { Invoke-NodeTests 'report' 'Report tests: the page of Export-AzFaceReport in Chromium'; return }
    $waiting = [regex]::Matches([IO.File]::ReadAllText([IO.Path]::Combine($folder, 'report.test.js')), '(?m)^test\(').Count
    $script:skipped += $waiting
    "Report tests: not run, $waiting tests wait for a machine with Chromium (or CHROMIUM that says where it is)."
}

function Find-Chromium {
    if ($env:CHROMIUM) { return $env:CHROMIUM }
    foreach ($place in $env:PATH.Split([IO.Path]::PathSeparator)) {
        foreach ($name in 'chromium', 'chromium-browser', 'google-chrome') {
            if ([IO.File]::Exists([IO.Path]::Combine($place, $name))) { return [IO.Path]::Combine($place, $name) }
        }
    }
}

function Invoke-NodeTests([string] $name, [string] $title) {
    $before = [Environment]::CurrentDirectory
    Push-Folder ([IO.Path]::Combine($root, 'tests', $name))
    try {
        Invoke-Native { npm ci --ignore-scripts --no-audit --no-fund --loglevel=error }
        $lines = @(npm test --silent)
        $code = $LASTEXITCODE
    }
    finally { Push-Folder $before }
    $failedHere = 0
    foreach ($line in $lines) {
        if ($line -match '^# pass (\d+)') { $script:passed += [int] $Matches[1] }
        elseif ($line -match '^# fail (\d+)') { $failedHere = [int] $Matches[1] }
        elseif ($line -match '^not ok') { $line }
    }

    if ($code -and -not $failedHere) { $lines; $failedHere = 1 }
    $script:failed += $failedHere
    "$title, $failedHere failed."
}

function Invoke-PesterSuite {
    $pwsh = [Environment]::GetEnvironmentVariable('PATH').Split([IO.Path]::PathSeparator).Where({ [IO.File]::Exists([IO.Path]::Combine($_, 'pwsh')) }, 'First')
    $suites = [IO.Directory]::GetFiles([IO.Path]::Combine($root, 'tests', 'Pester'), '*.Tests.ps1')
    if (-not $pwsh) { "Pester: not run, $($suites.Length) files wait for a machine with pwsh and Pester 5."; return }
    $result = pwsh -NoProfile -NonInteractive -File ([IO.Path]::Combine($root, 'tests', 'Pester', 'Invoke-Suite.ps1'))
    $result
    if ("$result" -match 'Pester: (\d+) passed, (\d+) failed, (\d+) skipped') { $script:passed += [int] $Matches[1]; $script:failed += [int] $Matches[2]; $script:skipped += [int] $Matches[3] }
    elseif ("$result" -notmatch 'Pester: not run') { $script:failed++ }
}

function Push-Folder([string] $folder) {
    [Environment]::CurrentDirectory = $folder
    $ExecutionContext.SessionState.Path.SetLocation($folder) | Out-Null
}

function Invoke-Native([scriptblock] $command) {
    & $command
    if ($LASTEXITCODE) { throw "'$command' ended with exit code $LASTEXITCODE." }
}

& "Invoke-$Task"
exit 0
