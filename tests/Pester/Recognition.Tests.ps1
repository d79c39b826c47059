BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
    New-AzFacePersonGroup crew 'The crew' | Out-Null
    New-AzFacePerson crew 'Eileen Collins' | Out-Null
    Add-AzFacePersonFace crew 'Eileen Collins' $astronaut | Out-Null
    Start-AzFaceTraining crew | Wait-AzFaceTraining | Out-Null
}

AfterAll {
    Disconnect-AzFace
    Stop-AzFaceEmulator
}

Describe 'Recognition' {
    It 'finds out who somebody is' {
        (Get-Item $astronaut | Resolve-AzFaceIdentity crew).Name | Should -Be 'Eileen Collins'
    }

    It 'fits the table of <command> into 80 columns' -ForEach @(
        @{ command = 'Resolve-AzFaceIdentity crew $astronaut'; shows = 'Eileen Collins' }
        @{ command = 'Compare-AzFace $astronaut $astronaut'; shows = 'True' }
        @{ command = 'Find-AzFaceSimilar $astronaut $astronaut'; shows = 'astronaut.png' }
        @{ command = 'Get-AzFacePerson crew'; shows = 'Eileen Collins' }
        @{ command = 'Get-AzFacePersonFace crew "Eileen Collins"'; shows = '-' }
        @{ command = 'Get-AzFacePersonGroup'; shows = 'recognition_04' }
        @{ command = 'Get-AzFaceTraining crew'; shows = 'Succeeded' }
    ) {
        $text = & ([scriptblock]::Create($command)) | Out-String -Width 80
        $text | Should -Match $shows
        $text | Should -Not -Match '…'
        $text | Should -Not -Match ' : '
    }

    It 'exports no type names' {
        $csv = Get-AzFacePerson crew | ConvertTo-Csv
        "$csv" | Should -Not -Match 'System\.|FaceCmdlets\.'
    }

    It 'asks before it deletes' {
        (Get-Command Remove-AzFacePersonGroup, Remove-AzFacePerson, Remove-AzFacePersonFace).ForEach{ $_.Parameters.Keys -contains 'Confirm' } | Should -Not -Contain $false
        Remove-AzFacePersonGroup crew -WhatIf
        Get-AzFacePersonGroup crew | Should -HaveCount 1
    }
}
