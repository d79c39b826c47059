<#
.SYNOPSIS
Makes the pictures of README with the module itself, from samples/astronaut.png (NASA, public domain).
.DESCRIPTION
./build.sh Build; pwsh docs/pictures/Make.ps1. The report's picture needs Chromium on PATH (or $env:CHROMIUM); without it, it is left as it is.
#>
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $root 'out/FaceCmdlets/FaceCmdlets.psd1')
Connect-AzFace -Emulator
$samples = Join-Path $root samples
$faces = Invoke-AzFaceDetection (Join-Path $samples astronaut.png) -Landmarks -Attribute HeadPose
$faces | Export-AzFaceImage $PSScriptRoot -Draw Box, Landmarks, Pose, Label -Label '{FaceNumber} yaw {Yaw:0}°' -Format Jpeg -Force
$faces | Export-AzFaceImage $PSScriptRoot -Redact Blur -Format Jpeg -Force
$faces | Export-AzFaceImage $PSScriptRoot -Crop -Square -Size 256 -Format Jpeg -Force

$report = Join-Path $root out/report-picture.html
$errors = @()
Get-ChildItem $samples -File | Where-Object Extension -in .jpg, .png |
    Invoke-AzFaceDetection -Attribute HeadPose, Blur, Exposure, QualityForRecognition -PerImage -ErrorVariable errors |
    Export-AzFaceReport $report -Title 'Samples' -Force
$chromium = @($env:CHROMIUM, (Get-Command chromium, chromium-browser -ErrorAction Ignore).Source).Where({ $_ }, 'First')
if ($chromium) {
    & $chromium[0] --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking --user-data-dir="$root/out/chromium-profile" --window-size=1200,1050 --screenshot="$PSScriptRoot/report.png" "file://$report" 2>$null
}

Disconnect-AzFace
Stop-AzFaceEmulator
