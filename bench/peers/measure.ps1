# Dot-sourced by the peers: the time and the processor's time between start and stop, the process's peak of memory.
function Start-Measure {
    $client = [Net.Http.HttpClient]::new()
    $client.DefaultRequestHeaders.Add('Ocp-Apim-Subscription-Key', $env:FACE_BENCH_KEY)
    $faults = [Net.Http.StringContent]::new($env:FACE_BENCH_FAULTS, [Text.Encoding]::UTF8, 'application/json')
    $client.PutAsync($env:FACE_BENCH_ENDPOINT + 'emulator/faults', $faults).GetAwaiter().GetResult().EnsureSuccessStatusCode() | Out-Null
    $client.Dispose()
    $script:process = [Diagnostics.Process]::GetCurrentProcess()
    $script:before = $script:process.TotalProcessorTime
    $script:watch = [Diagnostics.Stopwatch]::StartNew()
}

function Stop-Measure([int] $answered) {
    $script:watch.Stop()
    $script:process.Refresh()
    $cpu = ($script:process.TotalProcessorTime - $script:before).TotalMilliseconds
    [string]::Format([cultureinfo]::InvariantCulture, '{{"answered":{0},"seconds":{1},"cpu":{2},"memory":{3}}}', $answered, $script:watch.Elapsed.TotalSeconds, $cpu, $script:process.PeakWorkingSet64 / 1MB)
}
