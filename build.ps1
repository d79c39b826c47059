<#
.SYNOPSIS
Builds, tests and shows FaceCmdlets. The functions below are the tasks.
#>
param(
    [ValidateSet('Build', 'Test', 'Dependencies', 'Mutation', 'PublicApi', 'Demo', 'Package', 'Bench', 'Clean')]
    [string] $Task = 'Build',

    # Test: also tells which lines and branches were reached.
    [switch] $Coverage
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$out = [IO.Path]::Combine($root, 'out')
. ([IO.Path]::Combine($root, 'tests', 'LinkedCheckout.ps1'))

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
    if ($script:measures) { Write-Coverage }
    if ([IO.File]::Exists([IO.Path]::Combine($root, 'tests', 'contract', 'package.json'))) { Invoke-Contract }
    Invoke-ReportTests
    Invoke-PesterSuite
    Invoke-DependencyCheck
    if ($LASTEXITCODE) { $script:failed++ }
    if ($script:skipped) { "$($script:skipped) tests were skipped: what they need is not here." }
    "$($script:passed) passed, $($script:failed) failed"
    if ($script:failed) { exit 1 }
}

function Invoke-Dependencies {
    Invoke-Build
    Invoke-DependencyCheck
    if ($LASTEXITCODE) { exit 1 }
}

# Changes the limiter, the window and the journal in hundreds of ways, and tells which of them no test notices.
function Invoke-Mutation {
    Invoke-Build
    Invoke-Native { dotnet tool restore }
    $before = [Environment]::CurrentDirectory
    Push-Folder ([IO.Path]::Combine($root, 'tests', 'FaceCmdlets.Bulk.Tests'))
    try {
        foreach ($config in [IO.Directory]::GetFiles([Environment]::CurrentDirectory, 'stryker-*.json')) {
            $report = [IO.Path]::Combine($out, 'mutation', [IO.Path]::GetFileNameWithoutExtension($config))
            Invoke-Native { dotnet stryker -f $config --skip-version-check -O $report }
        }
    }
    finally { Push-Folder $before }
}

# Writes tests/FaceCmdlets.Tests/Module/PublicApi.txt anew.
function Invoke-PublicApi {
    Invoke-Build
    $env:UPDATE_PUBLIC_API = '1'
    try { Invoke-Native { dotnet test ([IO.Path]::Combine($root, 'tests', 'FaceCmdlets.Tests')) -c Release --no-build --nologo --filter FullyQualifiedName~PublicApiTests } }
    finally { $env:UPDATE_PUBLIC_API = $null }
    git -C $root diff --stat -- tests/FaceCmdlets.Tests/Module/PublicApi.txt
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

# What is ours lies below the checkout: a link, which may lead anywhere, is not followed.
function Invoke-Clean {
    if ([IO.Directory]::Exists($out)) { [IO.Directory]::Delete($out, $true) }
    $within = [IO.EnumerationOptions] @{ RecurseSubdirectories = $true; AttributesToSkip = 'ReparsePoint' }
    foreach ($name in 'bin', 'obj', 'node_modules') {
        foreach ($folder in [IO.Directory]::GetDirectories($root, $name, $within)) {
            if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
        }
    }
}

# The suites, the longest first, two at a time: each is a process of its own.
function Invoke-XUnitSuites {
    $waiting = [Collections.Generic.Queue[hashtable]]::new()
    $suites = @(
        @{ Name = 'FaceCmdlets.Tests.Module'; Project = 'FaceCmdlets.Tests'; Filter = 'FullyQualifiedName~.Module.' }
        @{ Name = 'FaceCmdlets.Tests'; Project = 'FaceCmdlets.Tests'; Filter = 'FullyQualifiedName!~.Module.&FullyQualifiedName!~.Package.' }
        @{ Name = 'FaceEmulator.Tests'; Project = 'FaceEmulator.Tests' }
        @{ Name = 'FaceCmdlets.Tests.Package'; Project = 'FaceCmdlets.Tests'; Filter = 'FullyQualifiedName~.Package.' }
        @{ Name = 'FaceCmdlets.Images.Tests'; Project = 'FaceCmdlets.Images.Tests' }
        @{ Name = 'FaceCmdlets.Bulk.Tests'; Project = 'FaceCmdlets.Bulk.Tests' })
    $raw = [IO.Path]::Combine($out, 'coverage')
    if ([IO.Directory]::Exists($raw)) { [IO.Directory]::Delete($raw, $true) }
    foreach ($suite in $suites) { $waiting.Enqueue($suite) }

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
    # What is packed is what was built.
    if ($script:measures -and $suite.Name -ne 'FaceCmdlets.Tests.Package') {
        $arguments += '--settings', [IO.Path]::Combine($root, 'tests', 'coverage.runsettings'), '--collect', 'XPlat Code Coverage', '--results-directory', [IO.Path]::Combine($out, 'coverage', 'raw')
        if ($suite.Project -eq 'FaceCmdlets.Tests') {
            $suite.Checkout = New-LinkedCheckout -Root $root -Name $suite.Name -Project $suite.Project
            $module = [IO.Path]::Combine($suite.Checkout, 'out', 'FaceCmdlets')
            $arguments += "-p:OutDir=$([IO.Path]::Combine($suite.Checkout, 'tests', $suite.Project, 'bin', 'Release', 'net10.0'))/"
            # The tests of the built module load it from there, as users do.
            $arguments += '--', "DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.IncludeDirectory=$module,$([IO.Path]::Combine($module, 'dependencies'))"
        }
    }

    foreach ($argument in $arguments) { $start.ArgumentList.Add($argument) }
    $suite.Process = [Diagnostics.Process]::Start($start)
    $suite.Output = $suite.Process.StandardOutput.ReadToEndAsync()
    $suite
}

function Complete-XUnit([hashtable] $suite) {
    $suite.Output.Result.Trim()
    foreach ($folder in $suite.Temp, $suite.Checkout) {
        if (-not $folder) { continue }
        try { [IO.Directory]::Delete($folder, $true) } catch [IO.IOException] { "$folder is still in use." }
    }

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

# Line and branch coverage an assembly, all test projects together.
function Write-Coverage {
    $folder = [IO.Path]::Combine($out, 'coverage')
    dotnet tool restore | Out-Null
    if ($LASTEXITCODE) { 'Coverage: not reported, its tool could not be restored.'; return }
    $reports = [IO.Path]::Combine($folder, 'raw', '*', 'coverage.cobertura.xml')
    dotnet reportgenerator "-reports:$reports" "-targetdir:$folder" "-reporttypes:XmlSummary;Html" "-sourcedirs:$root" -verbosity:Error
    $summary = [IO.Path]::Combine($folder, 'Summary.xml')
    if (-not [IO.File]::Exists($summary)) { 'Coverage: not reported.'; $script:failed++; return }
    $report = ([xml] [IO.File]::ReadAllText($summary)).CoverageReport
    foreach ($assembly in $report.Coverage.Assembly) {
        "Coverage: $($assembly.name.PadRight(24)) $($assembly.coverage.PadLeft(5)) % of lines, $($assembly.branchcoverage.PadLeft(5)) % of branches"
    }

    "Coverage: $('all'.PadRight(24)) $($report.Summary.Linecoverage.PadLeft(5)) % of lines, $($report.Summary.Branchcoverage.PadLeft(5)) % of branches"
}

# What ships, with licences; known vulnerabilities of that, and of what is only tested with.
function Invoke-DependencyCheck {
    $check = [IO.Path]::Combine($root, 'tools', 'DependencyCheck', 'bin', 'Release', 'net10.0', 'DependencyCheck.dll')
    dotnet $check ([IO.Path]::Combine($root, 'src', 'FaceCmdlets.Service')) ([IO.Path]::Combine($root, 'src', 'FaceEmulator')) `
        '--' ([IO.Path]::Combine($root, 'tests', 'contract')) ([IO.Path]::Combine($root, 'tests', 'report'))
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
    Find-Program 'chromium', 'chromium-browser', 'google-chrome', 'chrome'
}

# The first of these that is on the path, by its whole name; on Windows a program's file ends in .exe.
function Find-Program([string[]] $names) {
    foreach ($place in $env:PATH.Split([IO.Path]::PathSeparator)) {
        foreach ($name in $names) {
            foreach ($file in $name, "$name.exe") {
                $path = [IO.Path]::Combine($place, $file)
                if ([IO.File]::Exists($path)) { return $path }
            }
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
    $why = $false
    foreach ($line in $lines) {
        # What TAP says of a failure stands indented below it, up to a line of dots.
        if ($line -match '^\s*not ok') { $why = $true }
        if ($why) { $line }
        if ($line -match '^\s*\.\.\.$') { $why = $false }
        if ($line -match '^# pass (\d+)') { $script:passed += [int] $Matches[1] }
        elseif ($line -match '^# fail (\d+)') { $failedHere = [int] $Matches[1] }
    }

    if ($code -and -not $failedHere) { $lines; $failedHere = 1 }
    $script:failed += $failedHere
    "$title, $failedHere failed."
}

function Invoke-PesterSuite {
    $pwsh = Find-Program 'pwsh'
    $suites = [IO.Directory]::GetFiles([IO.Path]::Combine($root, 'tests', 'Pester'), '*.Tests.ps1')
    if (-not $pwsh) { "Pester: not run, $($suites.Length) files wait for a machine with pwsh and Pester 5."; return }
    $result = & $pwsh -NoProfile -NonInteractive -File ([IO.Path]::Combine($root, 'tests', 'Pester', 'Invoke-Suite.ps1'))
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

$script:measures = $Coverage.IsPresent
& "Invoke-$Task"
exit 0
