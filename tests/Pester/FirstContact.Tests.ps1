BeforeAll {
    . $PSScriptRoot/Common.ps1
    $key = '0123456789abcdef0123456789abcdef'
    function Complete([string] $line) { (TabExpansion2 $line $line.Length).CompletionMatches }
    # An error as the prompt shows it.
    function Show([scriptblock] $mistake) {
        $PSStyle.OutputRendering = 'PlainText'
        try { & $mistake 2>&1 | Out-String } catch { $_ | Out-String }
    }
}

Describe 'Whoever has only the module' {
    It 'finds a synopsis for every cmdlet, and a description for every parameter' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $silent = foreach ($command in Get-Command -Module FaceCmdlets) {
            $help = Get-Help $command.Name -Full
            if (-not $help.Synopsis -or $help.Synopsis -match '^\s*\w+-AzFace\w* \[') { $command.Name }
            foreach ($name in $command.Parameters.Keys | Where-Object { $_ -notin $common }) {
                if (-not (Get-Help $command.Name -Parameter $name).description.Text) { "$command -$name" }
            }
        }
        $silent | Should -BeNullOrEmpty
    }

    It 'finds that a related link to a cmdlet leads to one' {
        $lost = foreach ($command in Get-Command -Module FaceCmdlets) {
            (Get-Help $command.Name).relatedLinks.navigationLink.linkText | Where-Object { $_ -match '^\w+-AzFace\w*$' -and -not (Get-Command $_ -ErrorAction Ignore) } | ForEach-Object { "$command -> $_" }
        }
        $lost | Should -BeNullOrEmpty
    }

    It 'finds the cmdlet itself in the first example of its page' {
        $other = foreach ($command in Get-Command -Module FaceCmdlets) {
            $first = @((Get-Help $command.Name -Examples).examples.example)[0]
            if (($first.code + ($first.remarks.Text -join ' ')) -notmatch [regex]::Escape($command.Name)) { $command.Name }
        }
        $other | Should -BeNullOrEmpty
    }
}

Describe 'Tab' {
    AfterAll { Stop-AzFaceEmulator; Disconnect-AzFace -All }

    It 'makes an endpoint of a resource''s name' {
        (Complete 'Connect-AzFace contoso').CompletionText | Should -Contain 'https://contoso.cognitiveservices.azure.com'
    }

    It 'completes a path as a path after <line>' -ForEach @(
        @{ line = 'Invoke-AzFaceDetection {0}' }
        @{ line = 'Add-AzFaceListFace gallery -Path {0}' }
        @{ line = 'Compare-AzFace {0}' }
        @{ line = 'Import-AzFacePerson crew {0}' }
        @{ line = 'Export-AzFaceReport {0}' }
    ) {
        Push-Location $root
        try { (Complete ($line -f './samples/astro')).ListItemText | Should -Contain 'astronaut.png' }
        finally { Pop-Location }
    }

    It 'answers without a connection' {
        Disconnect-AzFace -All
        { Complete 'Get-AzFacePersonGroup ' } | Should -Not -Throw
        Complete 'Get-AzFacePersonGroup ' | Should -BeNullOrEmpty
    }

    It 'shows what the service has, with names and user data as tips' {
        Connect-AzFace -Emulator
        New-AzFacePersonGroup crew 'The crew' | Out-Null
        New-AzFacePerson crew 'Ada Love' | Out-Null
        Add-AzFacePersonFace crew 'Ada Love' $astronaut -UserData 'front' | Out-Null
        (Complete 'Get-AzFacePersonGroup ').ToolTip | Should -Be 'The crew'
        (Complete 'Get-AzFacePerson crew ').CompletionText | Should -Be "'Ada Love'"
        (Complete "Remove-AzFacePersonFace crew 'Ada Love' ").ToolTip | Should -Be 'front'
    }

    It 'remembers liveness sessions, which the service lists nowhere' {
        Connect-AzFace -Emulator
        $session = New-AzFaceLivenessSession
        (Complete 'Get-AzFaceLivenessSession ').CompletionText | Should -Contain $session.SessionId
        Remove-AzFaceLivenessSession $session.SessionId -Confirm:$false
        (Complete 'Get-AzFaceLivenessSession ').CompletionText | Should -Not -Contain $session.SessionId
    }
}

Describe 'A mistake' {
    AfterEach { Disconnect-AzFace -All }
    AfterAll { Stop-AzFaceEmulator }

    It 'shows the next command under the error' {
        Show { Invoke-AzFaceDetection $astronaut } | Should -Match 'Recommendation: Connect-AzFace https://NAME\.cognitiveservices\.azure\.com -UseDefaultCredential'
    }

    It 'leads from step to step by what is recommended' {
        Connect-AzFace -Emulator
        New-AzFacePersonGroup steps | Out-Null
        { Resolve-AzFaceIdentity step $astronaut } | Should -Throw "*Did you mean 'steps'?*" -ErrorId 'PersonGroupNotFound,*'
        New-AzFacePerson steps Eileen | Out-Null
        Add-AzFacePersonFace steps Eileen $astronaut | Out-Null
        { Resolve-AzFaceIdentity steps $astronaut } | Should -Throw -ErrorId 'LargePersonGroupNotTrained,*'
        & ([scriptblock]::Create($Error[0].ErrorDetails.RecommendedAction)) | Out-Null
        (Resolve-AzFaceIdentity steps $astronaut).Name | Should -Be 'Eileen'
    }

    It 'of an older sample is explained: <attribute>' -ForEach @(@{ attribute = 'Age' }, @{ attribute = 'Emotion' }) {
        { Invoke-AzFaceDetection $astronaut -Attribute $attribute } | Should -Throw "*$attribute is retired*"
    }

    It 'with pictures that no comma parts is explained' {
        { Invoke-AzFaceDetection a.jpg b.jpg } | Should -Throw '*stands a comma*'
    }

    It 'of an older PowerShell is answered by the manifest' {
        $manifest = Import-PowerShellDataFile (Join-Path $root FaceCmdlets.psd1)
        $manifest.PowerShellVersion | Should -Be '7.4'
        $manifest.CompatiblePSEditions | Should -Be 'Core'
    }

    It 'is followed by a prompt that offers the next command, where the engine has predictors' -Skip:($PSVersionTable.PSVersion -lt [version] '7.6') {
        (Get-PSSubsystem -Kind CommandPredictor).Implementations.Name | Should -Contain 'FaceCmdlets'
        (Get-PSSubsystem -Kind FeedbackProvider).Implementations.Name | Should -Contain 'FaceCmdlets'
    }

    It 'of the module itself is none: it comes and goes without a trace' -Skip:($PSVersionTable.PSVersion -lt [version] '7.6') {
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$root/out/FaceCmdlets/FaceCmdlets.psd1'; Remove-Module FaceCmdlets; (Get-PSSubsystem -Kind CommandPredictor).Implementations.Count" | Should -Be 0
    }
}
