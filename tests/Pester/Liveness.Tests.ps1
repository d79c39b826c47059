BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
    # What a device does: its session's token, and what its camera saw.
    function Send-Attempt($session, $decision = 'realface') {
        $url = "$((Get-AzFaceContext).Endpoint)emulator/sessions/$($session.SessionId)/attempts?livenessDecision=$decision"
        Invoke-RestMethod $url -Method Post -Authentication Bearer -Token $session.AuthToken -AllowUnencryptedAuthentication -InFile $astronaut -ContentType application/octet-stream
    }
}

AfterAll {
    Disconnect-AzFace
    Stop-AzFaceEmulator
}

Describe 'Liveness sessions' {
    It 'take a SecureString from the session to the device' {
        $session = New-AzFaceLivenessSession
        (Send-Attempt $session spoofface).attemptStatus | Should -Be Succeeded
        ($session | Get-AzFaceLivenessSession).LivenessDecision | Should -Be spoofface
    }

    It 'fit into 80 columns' {
        $session = New-AzFaceLivenessSession -VerifyImage $astronaut
        Send-Attempt $session | Out-Null
        $text = $session | Get-AzFaceLivenessSession | Out-String -Width 80
        $text | Should -Match 'realface +True +1'
        $text | Should -Not -Match '…'
        $text | Should -Not -Match ' : '
    }

    It 'leave no token in a file' {
        $session = New-AzFaceLivenessSession
        $plain = ConvertFrom-SecureString $session.AuthToken -AsPlainText
        $hex = [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($plain))
        $session | Export-Clixml TestDrive:/session.xml
        $session | Export-Csv TestDrive:/session.csv
        $session | ConvertTo-Json -Depth 5 | Set-Content TestDrive:/session.json
        foreach ($file in Get-ChildItem TestDrive:/session.*) {
            $text = Get-Content $file -Raw
            $text | Should -Match $session.SessionId
            $text | Should -Not -Match ([regex]::Escape($plain))
            $text | Should -Not -Match $hex
            $text | Should -Not -Match 'System\.Security'
        }
    }

    It 'ask before they are deleted' {
        (Get-Command Remove-AzFaceLivenessSession).ImplementingType.GetCustomAttributes($true).ConfirmImpact | Should -Contain High
    }
}
