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
}
