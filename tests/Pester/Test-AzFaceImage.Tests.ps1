BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Test-AzFaceImage' {
    It 'needs no connection, and says that a good picture is sent as it is' {
        $test = Test-AzFaceImage $astronaut
        $test.Preparation | Should -Be None
        $test.Acceptable | Should -BeTrue
        $test.Width, $test.Height | Should -Be 512, 512
        $test.SmallestFace | Should -Be 36
    }

    It 'takes files from Get-ChildItem, in their order' {
        $files = Get-ChildItem (Join-Path $samples *.png)
        ($files | Test-AzFaceImage).Path | Should -Be $files.FullName
    }

    It 'says of a text that it is no picture, as an object, not an error' {
        Set-Content (Join-Path $TestDrive text.jpg) ('x' * 5000)
        $test = Test-AzFaceImage (Join-Path $TestDrive text.jpg) -ErrorAction Stop
        $test.Preparation | Should -Be Impossible
        $test.Reasons | Should -Match 'JPEG, PNG'
    }

    It 'fits its table into 80 columns, with all of the reason' {
        $file = Join-Path $TestDrive text.jpg
        Set-Content $file ('x' * 5000)
        $text = Test-AzFaceImage $file | Out-String -Width 80
        $text | Should -Match 'cannot be'
        $text | Should -Not -Match '…'
        $text -replace '\s' | Should -BeLike "*$((Test-AzFaceImage $file).Reasons.Split(' ')[-1])*"
        $text -split "`n" | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 80 }
    }
}
