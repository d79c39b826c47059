BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
    $faces = Invoke-AzFaceDetection $astronaut -Attribute HeadPose, Blur
    $report = Join-Path $TestDrive report.html
}

AfterAll {
    Disconnect-AzFace
    Stop-AzFaceEmulator
}

Describe 'Export-AzFaceReport' {
    It 'makes the same of faces and of their table' {
        $blocks = { [regex]::Matches((Get-Content $report -Raw), '<script type="application/json".*').Value }
        $faces | Export-AzFaceReport $report | Out-Null
        $direct = & $blocks
        $faces | Export-Csv (Join-Path $TestDrive faces.csv)
        Import-Csv (Join-Path $TestDrive faces.csv) | Export-AzFaceReport $report | Out-Null
        & $blocks | Should -Be $direct
        $direct | Should -HaveCount 1
    }

    It 'keeps properties that Select-Object adds' {
        $faces | Select-Object *, @{ Name = 'Passed'; Expression = { [Math]::Abs($_.Yaw) -lt 15 } } | Export-AzFaceReport $report | Out-Null
        Get-Content $report -Raw | Should -Match '"Passed":true'
    }

    It 'lists errors that come down the pipeline' {
        Invoke-AzFaceDetection $astronaut, (Join-Path $samples gone.jpg) 2>&1 | Export-AzFaceReport $report | Out-Null
        Get-Content $report -Raw | Should -Match '"id":"PathNotFound"'
    }

    It 'lists the errors of a variable' {
        Invoke-AzFaceDetection (Join-Path $samples gone.jpg) -ErrorVariable problems -ErrorAction SilentlyContinue
        $faces | Export-AzFaceReport $report -ErrorRecord $problems | Out-Null
        Get-Content $report -Raw | Should -Match '"id":"PathNotFound"'
    }

    It 'writes nothing with -WhatIf' {
        $kept = Join-Path $TestDrive kept.html
        Set-Content $kept mine
        $faces | Export-AzFaceReport $kept -WhatIf
        Get-Content $kept | Should -Be mine
        $faces | Export-AzFaceReport (Join-Path $TestDrive new.html) -WhatIf
        Join-Path $TestDrive new.html | Should -Not -Exist
    }

    It 'asks before it overwrites, where it is told to, and does as <answer> says' -ForEach @(
        @{ answer = 'n'; overwritten = $false }
        @{ answer = 'y'; overwritten = $true }
    ) {
        $existing = Join-Path $TestDrive existing.html
        $table = Join-Path $TestDrive asked.csv
        Set-Content $existing mine
        $faces | Export-Csv $table
        # The answer is read as from a keyboard.
        $said = $answer | pwsh -NoProfile -Command "Import-Module '$root/out/FaceCmdlets/FaceCmdlets.psd1'; Import-Csv '$table' | Export-AzFaceReport '$existing' -Confirm" | Out-String
        $said | Should -Match 'Are you sure'
        $said | Should -Match 'existing\.html'
        ((Get-Content $existing -Raw).Trim() -ne 'mine') | Should -Be $overwritten
    }

    It 'emits a file, as FileInfo' {
        ($faces | Export-AzFaceReport $report).FullName | Should -Be $report
    }
}
