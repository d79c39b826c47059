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
1..20000 | ForEach-Object { $picture } | Invoke-AzFaceDetection -PerImage | ForEach-Object {
    $done++
    if ($done -in 500, 20000) { $process.Refresh(); $samples[$done] = $process.WorkingSet64 / 1MB }
}
"20,000 pictures in $($watch.Elapsed.TotalSeconds.ToString('0')) s: working set $($samples[500].ToString('0')) MB after 500, $($samples[20000].ToString('0')) MB after 20,000; ratio $(($samples[20000] / $samples[500]).ToString('0.00'))"
Stop-AzFaceEmulator

# From the wish to stop until the pipeline has ended, while the service takes twenty seconds for an answer.
$emulator = Start-AzFaceEmulator -ArgumentList --latency, 20000
Connect-AzFace -Endpoint $emulator.Endpoint -Key $emulator.Key
$context = Get-AzFaceContext
$times = foreach ($n in 1..10) {
    $shell = [PowerShell]::Create()
    $shell.AddScript("Import-Module '$root/out/FaceCmdlets/FaceCmdlets.psd1'").Invoke() | Out-Null
    $shell.Commands.Clear()
    $shell.AddScript('param($picture, $context) 1..100 | ForEach-Object { $picture } | Invoke-AzFaceDetection -Context $context').AddArgument($picture).AddArgument($context) | Out-Null
    $running = $shell.BeginInvoke()
    $running.AsyncWaitHandle.WaitOne(500) | Out-Null
    $watch.Restart()
    $shell.Stop()
    $watch.Elapsed.TotalMilliseconds
    $shell.Dispose()
}
$sorted = @($times | Sort-Object)
"Stopped with 10 requests in flight: $($sorted[5].ToString('0.0')) ms (the slowest of 10: $($sorted[9].ToString('0.0')) ms)"
Stop-AzFaceEmulator
