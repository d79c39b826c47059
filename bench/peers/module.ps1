# (a) this module. ENDPOINT KEY LIST WIDTH from the environment, as for every peer.
Import-Module $env:FACE_BENCH_MODULE
Connect-AzFace -Endpoint $env:FACE_BENCH_ENDPOINT -Key $env:FACE_BENCH_KEY
$pictures = [IO.File]::ReadAllLines($env:FACE_BENCH_LIST)
1..500 | ForEach-Object { $pictures[0] } | Invoke-AzFaceDetection -PerImage | Out-Null
if ($env:FACE_BENCH_TIER) { Connect-AzFace -Endpoint $env:FACE_BENCH_ENDPOINT -Key $env:FACE_BENCH_KEY -Tier $env:FACE_BENCH_TIER }
. ([IO.Path]::Combine($PSScriptRoot, 'measure.ps1'))
Start-Measure
$answered = 0
$pictures | Invoke-AzFaceDetection -PerImage -ThrottleLimit $env:FACE_BENCH_WIDTH -ErrorAction SilentlyContinue | ForEach-Object { $answered++ }
Stop-Measure $answered
