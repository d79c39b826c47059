# Pictures a second that Export-AzFaceImage redacts and annotates, against decoding and encoding alone (bench/SkiaFloor) in the
# same run, the ratio being the processor's time; and its memory over thousands of pictures. No connection is needed: the faces are given.
param([int] $Pictures = 24, [int] $Small = 5000)
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
Import-Module ([IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1'))
$folder = [IO.Path]::Combine($root, 'out', 'bench-export')
if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
$floor = [IO.Path]::Combine($root, 'bench', 'SkiaFloor', 'bin', 'Release', 'net10.0', 'SkiaFloor.dll')
$width = [Environment]::ProcessorCount
$process = [Diagnostics.Process]::GetCurrentProcess()

# A 12-megapixel and a 2-megapixel photo, and a small one, out of the sample; the face is where the sample has it.
$astronaut = [IO.Path]::Combine($root, 'samples', 'astronaut.png')
$kinds = [ordered]@{ '4000x3000' = 7.8125; '1600x1200' = 3.125; '320x240' = 0.625 }
foreach ($size in $kinds.Keys) {
    $made = [pscustomobject]@{ Path = $astronaut; Left = 0; Top = 0; Width = 512; Height = 384 } |
        Export-AzFaceImage ([IO.Path]::Combine($folder, $size)) -Crop -Margin 0 -Size $size -Format Jpeg -Quality 90 -NameTemplate picture
    $copies = if ($size -eq '320x240') { $Small } else { $Pictures }
    foreach ($n in 1..$copies) { [IO.File]::Copy($made.FullName, [IO.Path]::Combine($made.DirectoryName, "p$n.jpg")) }
    [IO.File]::Delete($made.FullName)
}

function Get-Face([string] $size, [int] $count) {
    $scale = $kinds[$size]
    foreach ($n in 1..$count) {
        [pscustomobject]@{ Path = [IO.Path]::Combine($folder, $size, "p$n.jpg"); FaceNumber = 1; Left = 179 * $scale; Top = 70 * $scale; Width = 94 * $scale; Height = 107 * $scale; Pitch = 6; Roll = 3; Yaw = -1 }
    }
}

function Measure-Export([string] $size, [int] $count, [hashtable] $parameters) {
    $faces = @(Get-Face $size $count)
    $faces[0..3] | Export-AzFaceImage ([IO.Path]::Combine($folder, 'out')) -Force @parameters | Out-Null
    $process.Refresh()
    $before = $process.TotalProcessorTime
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $faces | Export-AzFaceImage ([IO.Path]::Combine($folder, 'out')) -Force @parameters | Out-Null
    $count / $watch.Elapsed.TotalSeconds
    $process.Refresh()
    ($process.TotalProcessorTime - $before).TotalMilliseconds / $count
}

foreach ($size in '4000x3000', '1600x1200') {
    $alone, $aloneCpu = (dotnet $floor ([IO.Path]::Combine($folder, $size)) $Pictures $width ([IO.Path]::Combine($folder, 'floor'))).Split(' ').ForEach({ [double]::Parse($_, [cultureinfo]::InvariantCulture) })
    "$size, $Pictures JPEGs, $width at a time: decoding and encoding alone $($alone.ToString('0.0')) pictures a second, CPU $($aloneCpu.ToString('0')) ms a picture"
    $ways = [ordered]@{ 'annotate' = @{}; 'redact, Blur' = @{ Redact = 'Blur' }; 'redact, Pixelate' = @{ Redact = 'Pixelate' }; 'redact, Fill' = @{ Redact = 'Fill' }; 'crop, 256 x 256' = @{ Crop = $true; Square = $true; Size = '256' } }
    foreach ($way in $ways.Keys) {
        $rate, $cpu = Measure-Export -Size $size -Count $Pictures -Parameters $ways[$way]
        "  ${way}: $($rate.ToString('0.0')) a second, CPU $($cpu.ToString('0')) ms a picture, ratio $(($cpu / $aloneCpu).ToString('0.00'))"
    }
}

$done = 0
$memory = @{}
$watch = [Diagnostics.Stopwatch]::StartNew()
Get-Face '320x240' $Small | Export-AzFaceImage ([IO.Path]::Combine($folder, 'small')) -Redact Blur | ForEach-Object {
    $done++
    if ($done -in 500, $Small) { $process.Refresh(); $memory[$done] = $process.WorkingSet64 / 1MB }
}
"$Small JPEGs of 320 x 240 in $($watch.Elapsed.TotalSeconds.ToString('0.0')) s: working set $($memory[500].ToString('0')) MB after 500, $($memory[$Small].ToString('0')) MB after $Small; ratio $(($memory[$Small] / $memory[500]).ToString('0.00'))"
[IO.Directory]::Delete($folder, $true)
