BeforeAll {
    . $PSScriptRoot/Common.ps1
    $key = '0123456789abcdef0123456789abcdef'
}

Describe 'A session' {
    AfterEach { Disconnect-AzFace -All }

    It 'says how to connect when there is no connection' {
        { Invoke-AzFaceDetection $astronaut } | Should -Throw '*Connect-AzFace*' -ErrorId 'NotConnected,*'
    }

    It 'takes a key as a string, a SecureString, or from the environment' {
        Connect-AzFace https://contoso.cognitiveservices.azure.com $key
        (Get-AzFaceContext).Endpoint | Should -Be 'https://contoso.cognitiveservices.azure.com/'
        Connect-AzFace contoso.cognitiveservices.azure.com -Key (ConvertTo-SecureString $key -AsPlainText -Force)
        (Get-AzFaceContext).Credential | Should -Be 'Key'
        $env:FACE_ENDPOINT = 'https://contoso.cognitiveservices.azure.com'
        $env:FACE_APIKEY = $key
        try { (Connect-AzFace -PassThru).Credential | Should -Be 'Key' }
        finally { Remove-Item env:FACE_ENDPOINT, env:FACE_APIKEY }
    }

    It 'never shows the secret' {
        $context = Connect-AzFace https://contoso.cognitiveservices.azure.com $key -PassThru -Verbose 4>&1
        $everything = ($context | Format-List * | Out-String) + ($context | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue) + [Management.Automation.PSSerializer]::Serialize($context)
        $everything | Should -Not -Match $key
    }

    It 'refuses <arguments>' -ForEach @(
        @{ arguments = 'plain http'; endpoint = 'http://example.org'; id = 'InsecureEndpoint' }
        @{ arguments = 'what is no endpoint'; endpoint = 'ftp://example.org'; id = 'InvalidEndpoint' }
    ) {
        { Connect-AzFace $endpoint $key } | Should -Throw -ErrorId "$id,*"
    }

    It 'takes a key from a vault' {
        function Get-Secret { param($Name) ConvertTo-SecureString $key -AsPlainText -Force }
        Connect-AzFace https://contoso.cognitiveservices.azure.com -Key (Get-Secret FaceKey)
        (Get-AzFaceContext).Credential | Should -Be 'Key'
    }

    It 'keeps several connections, by name' {
        Connect-AzFace https://contoso.cognitiveservices.azure.com $key
        Connect-AzFace https://fabrikam.cognitiveservices.azure.com $key -Name test
        (Get-AzFaceContext).Name | Should -Be 'test'
        Select-AzFaceContext contoso
        (Get-AzFaceContext -ListAvailable | Where-Object IsCurrent).Endpoint | Should -Be 'https://contoso.cognitiveservices.azure.com/'
        Disconnect-AzFace test
        Get-AzFaceContext -ListAvailable | Should -HaveCount 1
        (Get-AzFaceContext -ListAvailable | Format-Table | Out-String) | Should -Match 'contoso\s+https://contoso'
    }

    It 'takes the session of Az.Accounts where there is one' {
        $module = New-Module Az.Accounts {
            function Get-AzAccessToken {
                [CmdletBinding()] param($ResourceUrl, $TenantId, [switch] $AsSecureString)
                [pscustomobject]@{ Token = (ConvertTo-SecureString "for $ResourceUrl" -AsPlainText -Force); ExpiresOn = [DateTimeOffset]::Now.AddHours(1) }
            }
        } | Import-Module -PassThru
        try { (Connect-AzFace https://contoso.cognitiveservices.azure.com -UseAzContext -PassThru).Credential | Should -Be 'AzContext' }
        finally { $module | Remove-Module }
    }

    It 'says that a machine has no managed identity, and soon' {
        { Connect-AzFace https://contoso.cognitiveservices.azure.com -ManagedIdentity -ClientId 55555555-0000-0000-0000-000000000000 -CredentialTimeout 3 } | Should -Throw '*-UseDeviceCode*'
    }

    It 'tells a wrong key from a right one' {
        $emulator = Start-AzFaceEmulator -Key 'the-right-key-0123456789'
        try {
            Connect-AzFace $emulator.Endpoint 'the-right-key-0123456789'
            Test-AzFaceConnection -Quiet | Should -BeTrue
            Connect-AzFace $emulator.Endpoint 'a-wrong-key'
            $test = Test-AzFaceConnection
            $test.Succeeded | Should -BeFalse
            $test.ErrorCode | Should -Be 'InvalidKey'
        }
        finally { $emulator | Stop-AzFaceEmulator }
    }

    It 'explains that a resource is not approved for face ids' {
        $emulator = Start-AzFaceEmulator -LimitedAccess
        try {
            Connect-AzFace $emulator.Endpoint $emulator.Key
            { Invoke-AzFaceDetection $astronaut -ReturnFaceId } | Should -Throw '*aka.ms/facerecognition*' -ErrorId 'UnsupportedFeature,*'
            Invoke-AzFaceDetection $astronaut | Should -HaveCount 1
        }
        finally { $emulator | Stop-AzFaceEmulator }
    }

    It 'does nothing with -WhatIf' {
        Start-AzFaceEmulator -WhatIf
        Get-AzFaceEmulator | Should -BeNullOrEmpty
    }

    It 'leaves no emulator behind when pwsh ends' {
        $id = pwsh -NoProfile -NonInteractive -Command "Import-Module '$root/out/FaceCmdlets/FaceCmdlets.psd1'; (Start-AzFaceEmulator).ProcessId"
        $id | Should -Match '^\d+$'
        $clock = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Process -Id $id -ErrorAction Ignore) -and $clock.Elapsed.TotalSeconds -lt 60) { Start-Sleep -Milliseconds 50 }
        Get-Process -Id $id -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'The module' {
    It 'exports cmdlets with approved verbs only' {
        $verbs = (Get-Verb).Verb
        (Get-Command -Module FaceCmdlets).Verb | Where-Object { $_ -notin $verbs } | Should -BeNullOrEmpty
    }

    It 'brings help with examples' {
        foreach ($command in Get-Command -Module FaceCmdlets) {
            (Get-Help $command.Name -Examples | Out-String) | Should -Match 'Example 2'
        }
    }

    It 'has a manifest that PowerShell accepts' {
        Test-ModuleManifest $root/out/FaceCmdlets/FaceCmdlets.psd1 | Should -Not -BeNullOrEmpty
    }
}
