# Runs every *.Tests.ps1 beside it in Pester 5, and ends with a line that build.ps1 counts.
$pester = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 } | Select-Object -First 1
if (-not $pester) { 'Pester: not run, Pester 5 is not installed.'; return }
Import-Module $pester
$result = Invoke-Pester -Path $PSScriptRoot -PassThru -Output Minimal
"Pester: $($result.PassedCount) passed, $($result.FailedCount + $result.FailedContainersCount) failed, $($result.SkippedCount) skipped"
