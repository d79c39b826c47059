BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
}

AfterAll {
    Stop-AzFaceEmulator
    Disconnect-AzFace
}

Describe 'The main job' {
    It 'takes pictures from Get-ChildItem and exports the faces that look ahead' {
        $csv = Join-Path $TestDrive faces.csv
        Get-ChildItem $samples/*.png | Invoke-AzFaceDetection -Attribute HeadPose, Occlusion, Accessories | Where-Object Yaw -lt 20 | Export-Csv $csv
        $faces = @(Import-Csv $csv)
        $faces.Count | Should -Be 1
        $faces[0].Path | Should -Be $astronaut
        [double] $faces[0].Yaw | Should -BeLessThan 20
        Get-Content $csv -Raw | Should -Not -Match 'System\.|\[\]'
    }

    It 'keeps the order of the pictures, also of those without a face' {
        $images = Get-ChildItem $samples -File | Where-Object Extension -in .png, .jpg | Sort-Object Name -Descending | Invoke-AzFaceDetection -PerImage
        $images.Path | Split-Path -Leaf | Should -Be 'rocket.jpg', 'coffee.png', 'chelsea.png', 'astronaut.png'
        $images.FaceCount | Should -Be 0, 0, 0, 1
    }

    It 'gives sensible JSON' {
        $face = Invoke-AzFaceDetection $astronaut -Attribute HeadPose -Landmarks | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $face.Width | Should -BeGreaterThan 50
        $face.FaceLandmarks.PupilLeft.X | Should -BeLessThan $face.FaceLandmarks.PupilRight.X
        $face.PSObject.Properties.Name | Should -Not -Contain 'FaceRectangle'
    }

    It 'reaches the service''s nested shape by name' {
        $face = Invoke-AzFaceDetection $astronaut -Attribute HeadPose
        $face.FaceRectangle.Left | Should -Be $face.Left
        $face.FaceAttributes.HeadPose.Yaw | Should -Be $face.Yaw
    }

    It 'takes names with brackets, spaces and unicode' {
        $odd = Join-Path $TestDrive 'fäce [1] a b.png'
        Copy-Item -LiteralPath $astronaut $odd
        Get-ChildItem -LiteralPath $TestDrive -Filter *.png | Invoke-AzFaceDetection | Should -HaveCount 1
        Invoke-AzFaceDetection -LiteralPath $odd | Should -HaveCount 1
    }

    It 'takes the rows of a table by their column Path, also with brackets' {
        $odd = Join-Path $TestDrive 'row [2].png'
        Copy-Item -LiteralPath $astronaut $odd
        $csv = Join-Path $TestDrive rows.csv
        $astronaut, $odd | ForEach-Object { [pscustomobject] @{ Path = $_ } } | Export-Csv $csv
        (Import-Csv $csv | Invoke-AzFaceDetection).Path | Should -Be $astronaut, $odd
    }

    It 'takes a face''s own picture again' {
        Invoke-AzFaceDetection $astronaut | Invoke-AzFaceDetection -Attribute Blur | Should -HaveCount 1
    }

    It 'takes bytes whole and from a pipeline that took them apart' {
        $bytes = [IO.File]::ReadAllBytes($astronaut)
        Invoke-AzFaceDetection -InputObject $bytes | Should -HaveCount 1
        , $bytes | Invoke-AzFaceDetection | Should -HaveCount 1
        $bytes | Invoke-AzFaceDetection | Should -HaveCount 1
        Get-Content $astronaut -AsByteStream -Raw | Invoke-AzFaceDetection | Should -HaveCount 1
    }

    It 'goes on after a bad picture, whose path is the error''s target' {
        $bad = Join-Path $TestDrive bad.jpg
        Set-Content $bad ('x' * 5000)
        $faces = $bad, $astronaut | Invoke-AzFaceDetection -ErrorVariable errors -ErrorAction SilentlyContinue
        $faces | Should -HaveCount 1
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'ImageNotDecodable,*'
        $errors[0].TargetObject | Should -Be $bad
    }

    It 'stops at once for Select-Object -First' {
        $emulator = Get-AzFaceEmulator
        $before = Get-RequestCount $emulator
        (1..200 | ForEach-Object { $astronaut } | Invoke-AzFaceDetection -ThrottleLimit 4 | Select-Object -First 2).Count | Should -Be 2
        # The two, and those that were in flight when the second came.
        (Get-RequestCount $emulator) - $before | Should -BeLessOrEqual 20
    }

    It 'shows a table in <_> columns, quality included' -ForEach 80, 120 {
        $lines = Invoke-AzFaceDetection $astronaut -Attribute HeadPose, Blur, Exposure, QualityForRecognition | Out-String -Width $_ -Stream
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $lines -join "`n" | Should -Match 'Good +Medium'
    }

    It 'keeps landmarks through <_>' -ForEach 'Json', 'Clixml' {
        $faces = @(Invoke-AzFaceDetection $astronaut -Landmarks) * 2
        $file = Join-Path $TestDrive "faces.$_"
        if ($_ -eq 'Json') { $faces | ConvertTo-Json -WarningAction Ignore | Set-Content $file; $again = Get-Content $file -Raw | ConvertFrom-Json }
        else { $faces | Export-Clixml $file; $again = Import-Clixml $file }
        $again | Export-AzFaceImage (Join-Path $TestDrive drawn) -Draw Landmarks -Force -WarningVariable warned | Should -Not -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
    }

    It 'leaves a file alone that is no checkpoint' {
        $file = Join-Path $TestDrive notes.txt
        Set-Content $file 'notes of last week' -NoNewline
        { Invoke-AzFaceDetection $astronaut -CheckpointPath $file } | Should -Throw -ErrorId 'CheckpointUnusable*'
        Get-Content $file -Raw | Should -Be 'notes of last week'
    }

    It 'exports what a checkpoint has, without its faces' {
        $file = Join-Path $TestDrive done
        Invoke-AzFaceDetection $astronaut -CheckpointPath $file | Out-Null
        (Get-AzFaceCheckpoint $file | ForEach-Object Faces).Width | Should -Be 94
        (Get-AzFaceCheckpoint $file | ConvertTo-Csv)[0] | Should -Be '"Path","FaceCount","Length","LastWriteTimeUtc","Request"'
    }

    It 'works in parallel runspaces with the connection handed in' {
        $context = Get-AzFaceContext
        $module = (Get-Module FaceCmdlets).Path
        $counts = 1..4 | ForEach-Object -Parallel {
            Import-Module (Join-Path (Split-Path $using:module) FaceCmdlets.psd1)
            @(Invoke-AzFaceDetection $using:astronaut -Context $using:context).Count
        }
        $counts | Should -Be 1, 1, 1, 1
    }

    It 'tells its story with -Verbose' {
        $story = Invoke-AzFaceDetection $astronaut -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        $story -join "`n" | Should -Match 'POST http://127.0.0.1:\d+/face/v1.2/detect: 200 .* ms, request id [0-9a-f-]+'
    }

    It 'names the model that has an attribute' {
        { Invoke-AzFaceDetection $astronaut -DetectionModel detection_03 -Attribute Noise } | Should -Throw '*detection_01*' -ErrorId 'AttributeNotSupported,*'
    }
}
