BeforeAll {
    . $PSScriptRoot/Common.ps1
    $key = '0123456789abcdef0123456789abcdef'
}

Describe 'A session' {
    AfterEach { Disconnect-AzFace }

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
        Start-Sleep -Milliseconds 1500
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
