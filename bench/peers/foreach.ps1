# (b) a foreach loop of Invoke-RestMethod, with its own retries.
$pictures = [IO.File]::ReadAllLines($env:FACE_BENCH_LIST)
$uri = $env:FACE_BENCH_ENDPOINT + 'face/v1.2/detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceId=false'
$call = @{ Uri = $uri; Method = 'Post'; Headers = @{ 'Ocp-Apim-Subscription-Key' = $env:FACE_BENCH_KEY }; ContentType = 'application/octet-stream'; MaximumRetryCount = 5; RetryIntervalSec = 1 }
foreach ($n in 1..500) { Invoke-RestMethod @call -InFile $pictures[0] | Out-Null }
. ([IO.Path]::Combine($PSScriptRoot, 'measure.ps1'))
Start-Measure
$answered = 0
foreach ($picture in $pictures) {
    try {
        Invoke-RestMethod @call -InFile $picture -ErrorAction Stop | Out-Null
        $answered++
    }
    catch { Write-Verbose "$picture was refused: $_" }
}
Stop-Measure $answered
