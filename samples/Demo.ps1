# The main job: pictures go in at one end of a pipeline, faces come out at the other.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$folder = [IO.Path]::Combine($root, 'out', 'demo')
[IO.Directory]::CreateDirectory($folder) | Out-Null
$csv = [IO.Path]::Combine($folder, 'faces.csv')

Import-Module ([IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1'))
Connect-AzFace -Emulator
$pictures = Get-ChildItem $PSScriptRoot -File | Where-Object Extension -in '.jpg', '.png'

$faces = $pictures | Invoke-AzFaceDetection -Attribute HeadPose, Blur, Exposure, QualityForRecognition
$faces
$faces | Where-Object Yaw -lt 20 | Export-Csv $csv
$pictures | Invoke-AzFaceDetection -PerImage | Format-Table

"Faces that look ahead: $csv"
[IO.File]::ReadAllText($csv)
Stop-AzFaceEmulator
Disconnect-AzFace
