# (c) ForEach-Object -Parallel with Invoke-RestMethod, with its own retries.
$pictures = [IO.File]::ReadAllLines($env:FACE_BENCH_LIST)
$uri = $env:FACE_BENCH_ENDPOINT + 'face/v1.2/detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceId=false'
$call = @{ Uri = $uri; Method = 'Post'; Headers = @{ 'Ocp-Apim-Subscription-Key' = $env:FACE_BENCH_KEY }; ContentType = 'application/octet-stream'; MaximumRetryCount = 5; RetryIntervalSec = 1 }
foreach ($n in 1..500) { Invoke-RestMethod @call -InFile $pictures[0] | Out-Null }
. ([IO.Path]::Combine($PSScriptRoot, 'measure.ps1'))
Start-Measure
$answered = 0
$pictures | ForEach-Object -ThrottleLimit $env:FACE_BENCH_WIDTH -Parallel {
    $call = $using:call
    try {
        Invoke-RestMethod @call -InFile $_ -ErrorAction Stop | Out-Null
        $true
    }
    catch { Write-Verbose "A picture was refused: $_" }
} | ForEach-Object { $answered++ }
Stop-Measure $answered
