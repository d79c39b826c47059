# The first face while later pictures are still being read, and memory over 5,000 pictures.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
Import-Module ([IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1'))
Connect-AzFace -Emulator
$picture = [IO.Path]::Combine($root, 'samples', 'astronaut.png')
Invoke-AzFaceDetection $picture | Out-Null

$watch = [Diagnostics.Stopwatch]::StartNew()
$first = $null
1..60 | ForEach-Object { $picture } | Invoke-AzFaceDetection | ForEach-Object { if ($null -eq $first) { $first = $watch.Elapsed.TotalMilliseconds } }
$total = $watch.Elapsed.TotalMilliseconds
"60 pictures: the first face after $($first.ToString('0')) ms, the last after $($total.ToString('0')) ms; ratio $(($first / $total).ToString('0.000'))"

$picture = [IO.Path]::Combine($root, 'samples', 'rocket.jpg')
$process = [Diagnostics.Process]::GetCurrentProcess()
$done = 0
$samples = @{}
$watch.Restart()
1..5000 | ForEach-Object { $picture } | Invoke-AzFaceDetection -PerImage | ForEach-Object {
    $done++
    if ($done -in 500, 5000) { $process.Refresh(); $samples[$done] = $process.WorkingSet64 / 1MB }
}
"5,000 pictures in $($watch.Elapsed.TotalSeconds.ToString('0')) s: working set $($samples[500].ToString('0')) MB after 500, $($samples[5000].ToString('0')) MB after 5,000; ratio $(($samples[5000] / $samples[500]).ToString('0.00'))"
Stop-AzFaceEmulator
