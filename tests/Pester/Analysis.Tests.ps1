BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $missing = -not (Get-Module PSScriptAnalyzer -ListAvailable)
    if ($missing) { 'PSScriptAnalyzer is not installed: the scripts are not analysed.' | Write-Warning }
    $scripts = @(
        Join-Path $root build.ps1
        (Get-ChildItem (Join-Path $root samples), (Join-Path $root bench), (Join-Path $root tests) -Recurse -File -Include *.ps1, *.psd1).FullName
        # The built manifests: beside the sources, the files that they name are not there.
        Join-Path $root out/FaceCmdlets/FaceCmdlets.psd1
        Join-Path $root out/FaceEmulator/FaceCmdlets.Emulator.psd1
    ) -notmatch '[\\/](node_modules|bin|obj)[\\/]' | ForEach-Object { @{ script = $_; name = [IO.Path]::GetRelativePath($root, $_) } }
}

Describe 'Scripts' -Skip:$missing {
    BeforeAll {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $settings = Import-PowerShellDataFile (Join-Path $root PSScriptAnalyzerSettings.psd1)
        $ofTests = Import-PowerShellDataFile (Join-Path $PSScriptRoot PSScriptAnalyzerSettings.psd1)
    }

    It '<name> has no finding of PSScriptAnalyzer' -ForEach $scripts {
        $rules = $settings.Clone()
        if ((Split-Path $script) -eq $PSScriptRoot) { $rules.ExcludeRules += $ofTests.ExcludeRules }
        Invoke-ScriptAnalyzer $script -Settings $rules | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'are found wrong where they are' {
        Invoke-ScriptAnalyzer -ScriptDefinition 'try { gci } catch { }' -Settings $settings | ForEach-Object RuleName | Sort-Object |
            Should -Be PSAvoidUsingCmdletAliases, PSAvoidUsingEmptyCatchBlock
    }
}
