# What tests/Pester/Analysis.Tests.ps1 holds every script against, and editors as well. Cmdlets have rules of their own:
# ConventionTests holds the built module against them, also where PSScriptAnalyzer is not installed.
@{
    IncludeDefaultRules = $true
    ExcludeRules        = @(
        # PowerShell 7 reads UTF-8 without a mark, and .editorconfig wants none.
        'PSUseBOMForUnicodeEncodedFile'
        # build.ps1's functions are its tasks, named for what they run: Dependencies, ReportTests.
        'PSUseSingularNouns'
        # Nobody calls a script's inner function with -WhatIf; what the module exports has it.
        'PSUseShouldProcessForStateChangingFunctions'
    )
    Rules               = @{
        PSUseCompatibleSyntax     = @{ Enable = $true; TargetVersions = @('7.0') }
        PSPlaceOpenBrace          = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $false; IgnoreOneLineBlock = $true }
        PSAvoidTrailingWhitespace = @{ Enable = $true }
    }
}
