# (a) this module. ENDPOINT KEY LIST WIDTH from the environment, as for every peer.
Import-Module $env:FACE_BENCH_MODULE
$rate = if ($env:FACE_BENCH_RATE) { @{ RequestsPerSecond = [double] $env:FACE_BENCH_RATE } } else { @{} }
Connect-AzFace -Endpoint $env:FACE_BENCH_ENDPOINT -Key $env:FACE_BENCH_KEY
$pictures = [IO.File]::ReadAllLines($env:FACE_BENCH_LIST)
Invoke-AzFaceDetection -LiteralPath $pictures[0] -PerImage | Out-Null
. ([IO.Path]::Combine($PSScriptRoot, 'measure.ps1'))
Start-Measure
$answered = 0
$pictures | Invoke-AzFaceDetection -PerImage -ThrottleLimit $env:FACE_BENCH_WIDTH -ErrorAction SilentlyContinue @rate | ForEach-Object { $answered++ }
Stop-Measure $answered
