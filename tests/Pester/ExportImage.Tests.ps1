BeforeAll {
    . $PSScriptRoot/Common.ps1
    $face = [pscustomobject]@{ Path = $astronaut; FaceNumber = 1; Left = 179; Top = 70; Width = 94; Height = 107; Yaw = -1.2 }
}

Describe 'Export-AzFaceImage' {
    BeforeEach { $out = Join-Path $TestDrive ([guid]::NewGuid()) }

    It 'emits files that the shell takes for its own' {
        $file = $face | Export-AzFaceImage $out
        $file | Should -BeOfType IO.FileInfo
        ($file | Get-Item).FullName | Should -Be $file.FullName
        $file.PSParentPath | Should -Match ([regex]::Escape($out))
    }

    It 'takes rows of CSV and of JSON' {
        $face | Export-Csv "$TestDrive/f.csv"
        Import-Csv "$TestDrive/f.csv" | Export-AzFaceImage $out -Crop -NameTemplate '{Name}{Yaw:0}' | ForEach-Object Name | Should -Be 'astronaut-1.png'
        $face | ConvertTo-Json | ConvertFrom-Json | Export-AzFaceImage $out -Redact Fill | ForEach-Object Name | Should -Be 'astronaut-redacted.png'
    }

    It 'writes nothing with -WhatIf' {
        $face | Export-AzFaceImage $out -Redact Blur -WhatIf
        Test-Path $out | Should -BeFalse
    }

    It 'keeps what exists without -Force' {
        $face | Export-AzFaceImage $out
        { $face | Export-AzFaceImage $out -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        $face | Export-AzFaceImage $out -Force | Should -Not -BeNullOrEmpty
    }

    It 'works in ForEach-Object -Parallel, without a connection' {
        $manifest = (Get-Module FaceCmdlets).Path -replace 'dll$', 'psd1'
        $files = 1..4 | ForEach-Object -Parallel { Import-Module $using:manifest; $using:face | Export-AzFaceImage $using:out -NameTemplate "n$_" }
        $files.Name | Sort-Object | Should -Be 'n1.png', 'n2.png', 'n3.png', 'n4.png'
    }
}
