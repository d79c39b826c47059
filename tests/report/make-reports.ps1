# Makes the reports that report.test.js opens, with the built module: $folder/gallery.html and $folder/many.html.
param([string] $folder)

$ErrorActionPreference = 'Stop'
$root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..'))
Import-Module ([IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1'))
if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
$pictures = [IO.Directory]::CreateDirectory([IO.Path]::Combine($folder, 'pictures')).FullName
function Copy-Astronaut([string] $name) {
    $path = [IO.Path]::Combine($pictures, $name)
    [IO.File]::Copy([IO.Path]::Combine($root, 'samples', 'astronaut.png'), $path)
    $path
}

# Where file names may not have < and >, the name stands in a row alone.
$hostile = '<img src=x onerror=alert(1)>.jpg'
$hostilePath = if ($IsWindows) { [IO.Path]::Combine($pictures, $hostile) } else { Copy-Astronaut $hostile }
$row = { param($path, $facts) $facts['Path'] = $path; [pscustomobject] $facts }
$box = @{ Left = 179; Top = 70; Width = 94; Height = 107 }

Connect-AzFace -Emulator
$samples = foreach ($name in 'astronaut.png', 'chelsea.png', 'coffee.png') { [IO.Path]::Combine($root, 'samples', $name) }
$found = $samples + [IO.Path]::Combine($pictures, 'gone.jpg') |
    Invoke-AzFaceDetection -Attribute HeadPose, Blur, QualityForRecognition -Landmarks -PerImage -ErrorVariable problems -ErrorAction SilentlyContinue
Stop-AzFaceEmulator
$rows = @(
    $found
    & $row $hostilePath ($box + @{ FaceNumber = 1; Yaw = -40; Pitch = 1; Roll = 2; BlurLevel = 'High'; QualityForRecognition = 'Low'; Remark = '"></script><img src=x onerror=alert(2)>'; constructor = 'of ships'; __proto__ = 'of types' })
    # A match and a check of the same face join it; the check of another picture stands for itself.
    & $row $samples[0] @{ FaceNumber = 1; Name = 'Eileen <b>Collins</b>'; Confidence = 0.93 }
    & $row $samples[0] @{ FaceNumber = 1; Passed = $true }
    & $row ([IO.Path]::Combine($pictures, 'moved.jpg')) ($box + @{ FaceNumber = 1; Yaw = '25.5'; Pitch = 0; Roll = 0; BlurLevel = 'Medium'; Passed = 'False'; Reasons = 'The face is turned away; the face is blurred' })
    & $row 'https://example.org/people/anna.jpg?sig=a-secret' @{ FaceNumber = 1; Yaw = 5; Pitch = 0; Roll = 0 }
    & $row 'InputObject[0]' @{ FaceNumber = 1; Yaw = 12; Pitch = 0; Roll = 0 }
)
$problems += [Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('<svg onload=alert(3)> cannot be read.'), '<i>Odd</i>', 'InvalidData', $hostile)
$rows | Export-AzFaceReport ([IO.Path]::Combine($folder, 'gallery.html')) -Title 'Faces & <script>alert(4)</script>' -ErrorRecord $problems

# 5,000 faces on 1,250 pictures, 100 of which are there.
$present = foreach ($i in 0..99) { Copy-Astronaut "crew-$i.png" }
$random = [Random]::new(7)
$levels = 'Low', 'Medium', 'High'
$many = foreach ($i in 0..4999) {
    $picture = [Math]::Floor($i / 4)
    [pscustomobject]@{
        Path = if ($picture -lt 100) { $present[$picture] } else { [IO.Path]::Combine($pictures, "absent-$picture.jpg") }
        FaceNumber = $i % 4 + 1; Left = 20 + $i % 4 * 120; Top = 60; Width = 94; Height = 107
        Yaw = [Math]::Round(($random.NextDouble() + $random.NextDouble() - 1) * 70, 1)
        Pitch = [Math]::Round(($random.NextDouble() + $random.NextDouble() - 1) * 40, 1)
        Roll = [Math]::Round(($random.NextDouble() - 0.5) * 30, 1)
        BlurLevel = $levels[$random.Next(3)]; Blur = [Math]::Round($random.NextDouble(), 2)
        QualityForRecognition = $levels[$random.Next(3)]; Passed = $random.Next(4) -gt 0
    }
}
$many | Export-AzFaceReport ([IO.Path]::Combine($folder, 'many.html')) -Title 'Five thousand faces'
