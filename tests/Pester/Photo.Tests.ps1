BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
}

AfterAll {
    Stop-AzFaceEmulator
    Disconnect-AzFace
}

Describe 'Test-AzFacePhoto' {
    It 'sorts a folder into what will do, what can be mended and what cannot' {
        $tests = Get-ChildItem $samples/* -Include *.png, *.jpg | Test-AzFacePhoto -Fix -OutputDirectory $TestDrive/thumbs
        $tests | Where-Object FixedPath | ForEach-Object { Split-Path -Leaf $_.Path } | Should -Be 'astronaut.png'
        $tests | Where-Object FailedRules -match 'FaceCount' | Should -HaveCount 3
        Get-ChildItem $TestDrive/thumbs | ForEach-Object Name | Should -Be 'astronaut.jpg'
        (Get-ChildItem $TestDrive/thumbs | Test-AzFacePhoto).Passed | Should -BeTrue
        (Get-Item $TestDrive/thumbs/astronaut.jpg).Length | Should -BeLessOrEqual 100KB
    }

    It 'makes a table that Import-Csv reads back' {
        $csv = Join-Path $TestDrive photos.csv
        Get-ChildItem $samples/*.png | Test-AzFacePhoto | Export-Csv $csv
        $rows = Import-Csv $csv
        $rows.Count | Should -Be 3
        ($rows | Where-Object FaceCount -eq 1).FailedRules | Should -Match 'MinimumFaceShare'
        Get-Content $csv -Raw | Should -Not -Match 'System\.|\[\]'
    }

    It 'takes rules by name, from a file, from a table and by parameter' {
        (Test-AzFacePhoto $astronaut Passport).RuleSet | Should -Be 'Passport'
        (Test-AzFacePhoto $astronaut (Join-Path $samples badge-rules.psd1)).RuleSet | Should -Be 'badge-rules.psd1'
        (Test-AzFacePhoto $astronaut @{ MinimumFaceShare = 0.1; MinimumEyeLine = 0.1; MaximumBytes = $null }).Passed | Should -BeTrue
        (Test-AzFacePhoto $astronaut -MinimumFaceShare 0.1 -MinimumEyeLine 0.1 -MaximumBytes $null).Passed | Should -BeTrue
    }

    It 'reads a file of rules as data' {
        Set-Content $TestDrive/hostile.psd1 "@{ MaximumYaw = `$(Set-Content '$TestDrive/ran' 1; 5) }"
        { Test-AzFacePhoto $astronaut $TestDrive/hostile.psd1 } | Should -Throw -ErrorId 'InvalidRule,FaceCmdlets.Commands.TestAzFacePhotoCommand'
        Test-Path $TestDrive/ran | Should -BeFalse
    }

    It 'completes rule sets, then files of rules' {
        (TabExpansion2 'Test-AzFacePhoto x -Rule pas').CompletionMatches.CompletionText | Should -Be 'Passport'
        Push-Location $samples
        try {
            (TabExpansion2 'Test-AzFacePhoto x -Rule bad').CompletionMatches.CompletionText | Should -Match 'badge-rules\.psd1'
        }
        finally {
            Pop-Location
        }
    }

    It 'writes nothing with -WhatIf' {
        (Test-AzFacePhoto $astronaut -Fix -OutputDirectory $TestDrive/never -WhatIf).CanBeFixed | Should -BeTrue
        Test-Path $TestDrive/never | Should -BeFalse
    }

    It 'fits its table into 80 columns' {
        $text = Get-ChildItem $samples/*.png | Test-AzFacePhoto | Out-String -Width 80
        $text | Should -Match 'no face was found'
        $text | Should -Match 'Possible'
        $text | Should -Not -Match '…'
        $text -split "`n" | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 80 }
    }
}
