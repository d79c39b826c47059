# Many pictures against a quota and against trouble: this module and what else one would take, in the same run.
# Each peer has made five hundred calls before it is measured: in ten thousand, the first do not count. The module knows its
# tier where there is a quota, as Connect-AzFace -Tier S0 says it; the others have nowhere to say it.
# ./build.sh Bench runs it with 300 pictures; bench/Bulk.ps1 -Pictures 1000 takes a quarter of an hour.
param([int] $Pictures = 300, [int] $Width = 10)

$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$peers = [IO.Path]::Combine($PSScriptRoot, 'peers')
Import-Module ([IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1'))
$folder = [IO.Directory]::CreateTempSubdirectory().FullName

# One grey, 40 x 40: what the emulator takes for it should not hide what its clients take.
$bitmap = [byte[]]::new(54 + 40 * 40 * 3)
[Array]::Fill($bitmap, [byte] 128)
[byte[]] $head = 66, 77, 246, 18, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 40, 0, 0, 0, 40, 0, 0, 0, 1, 0, 24, 0
$head.CopyTo($bitmap, 0)
for ($i = $head.Length; $i -lt 54; $i++) { $bitmap[$i] = 0 }
$paths = foreach ($n in 1..$Pictures) {
    $path = [IO.Path]::Combine($folder, "$n.bmp")
    [IO.File]::WriteAllBytes($path, $bitmap)
    $path
}

$pwsh = $env:PATH.Split([IO.Path]::PathSeparator).Where({ [IO.File]::Exists([IO.Path]::Combine($_, 'pwsh')) }, 'First')
$shell = if ($pwsh) { @('pwsh', '-NoProfile', '-NonInteractive', '-File') } else { @('dotnet', [IO.Path]::Combine($root, 'tools', 'PSHost', 'bin', 'Release', 'net10.0', 'PSHost.dll')) }
$runs = [ordered]@{ '(a) this module' = $shell + [IO.Path]::Combine($peers, 'module.ps1') }
if ($pwsh) {
    $runs['(b) foreach, Invoke-RestMethod'] = $shell + [IO.Path]::Combine($peers, 'foreach.ps1')
    $runs['(c) -Parallel, Invoke-RestMethod'] = $shell + [IO.Path]::Combine($peers, 'parallel.ps1')
}
else { '(b) and (c) are left out: there is no pwsh on this machine.' }
$runs['(d) official JavaScript client'] = 'node', [IO.Path]::Combine($peers, 'client.mjs')

$env:FACE_BENCH_MODULE = [IO.Path]::Combine($root, 'out', 'FaceCmdlets', 'FaceCmdlets.psd1')
$env:FACE_BENCH_LIST = [IO.Path]::Combine($folder, 'list.txt')
$env:FACE_BENCH_WIDTH = $Width
$env:FACE_BENCH_KEY = [Guid]::NewGuid().ToString('n')
[IO.File]::WriteAllLines($env:FACE_BENCH_LIST, [string[]] $paths)
$emulator = Start-AzFaceEmulator -Key $env:FACE_BENCH_KEY
$env:FACE_BENCH_ENDPOINT = $emulator.Endpoint.AbsoluteUri
$client = [Net.Http.HttpClient]::new()
$client.DefaultRequestHeaders.Add('Ocp-Apim-Subscription-Key', $env:FACE_BENCH_KEY)

function Measure-Peer([string[]] $command, [string] $faults) {
    $env:FACE_BENCH_FAULTS = $faults
    $env:FACE_BENCH_TIER = if ($faults.Contains('quota')) { 'S0' }
    $client.PutAsync($env:FACE_BENCH_ENDPOINT + 'emulator/faults', [Net.Http.StringContent]::new('{}', [Text.Encoding]::UTF8, 'application/json')).GetAwaiter().GetResult() | Out-Null
    $program, [string[]] $arguments = $command
    $line = @(& $program @arguments)[-1]
    $result = [Text.Json.Nodes.JsonNode]::Parse($line)
    $counts = [Text.Json.Nodes.JsonNode]::Parse($client.GetStringAsync($env:FACE_BENCH_ENDPOINT + 'emulator/counts').GetAwaiter().GetResult())
    [pscustomobject]@{
        Rate = [double] "$($result['answered'])" / [double] "$($result['seconds'])"
        Lost = $Pictures - [int] "$($result['answered'])"
        Wasted = [int] "$($counts['requests'])" - [int] "$($result['answered'])"
        Throttled = [int] "$($counts['throttled'])"
        Cpu = [double] "$($result['cpu'])" / $Pictures
        Memory = [double] "$($result['memory'])"
    }
}

$scenarios = [ordered]@{
    "no quota, 100 ms latency (limit: $Width / 0.1 s)" = @{ Faults = '{"latency":100}'; Limit = $Width / 0.1 }
    'a quota of 10 a second' = @{ Faults = '{"quota":"10/s"}'; Limit = 10 }
    'a quota of 10 a second, 5 % faults' = @{ Faults = '{"quota":"10/s","errorRate":0.03,"resetRate":0.01,"truncateRate":0.005,"malformedRate":0.005}'; Limit = 10 }
}
$form = '{0,-34} {1,8:0.0} {2,7:0.0} % {3,5} {4,7} {5,5} {6,9:0.00} {7,7:0} {8,7:0.00} {9,6:0.00}'
foreach ($scenario in $scenarios.Keys) {
    "`n$Pictures pictures, $Width at a time: $scenario"
    $form.Replace('0.00}', '}').Replace('0.0}', '}').Replace(':0}', '}').Replace(' %', '  ') -f '', 'a second', 'share', 'lost', 'wasted', '429', 'CPU ms', 'peak MB', 'speed:a', 'CPU:a'
    $first = $null
    foreach ($peer in $runs.Keys) {
        $m = Measure-Peer $runs[$peer] $scenarios[$scenario].Faults
        if (-not $first) { $first = $m }
        $form -f $peer, $m.Rate, (100 * $m.Rate / $scenarios[$scenario].Limit), $m.Lost, $m.Wasted, $m.Throttled, $m.Cpu, $m.Memory, ($m.Rate / $first.Rate), ($m.Cpu / $first.Cpu)
    }
}

# What the HTTP stack alone costs: ten thousand pictures one after the other's heels, so that compilation does not count.
$env:FACE_BENCH_LIST = [IO.Path]::Combine($folder, 'many.txt')
$repeated = foreach ($n in 1..[Math]::Ceiling(10000 / $Pictures)) { $paths }
[IO.File]::WriteAllLines($env:FACE_BENCH_LIST, [string[]] $repeated)
$Pictures = $repeated.Length
$env:FACE_BENCH_FAULTS = '{"latency":10}'
$floor = [Text.Json.Nodes.JsonNode]::Parse(@(dotnet ([IO.Path]::Combine($root, 'bench', 'HttpFloor', 'bin', 'Release', 'net10.0', 'HttpFloor.dll')) $env:FACE_BENCH_ENDPOINT $env:FACE_BENCH_KEY $env:FACE_BENCH_LIST $Width)[-1])
$module = Measure-Peer $runs['(a) this module'] '{"latency":10}'
$script = Measure-Peer $runs['(d) official JavaScript client'] '{"latency":10}'
$floorCpu = [double] "$($floor['cpu'])" / $Pictures
"`n$Pictures pictures, 10 ms latency: CPU a picture $($module.Cpu.ToString('0.00')) ms, of HttpClient alone $($floorCpu.ToString('0.00')) ms: $(($module.Cpu - $floorCpu).ToString('0.00')) ms beyond the HTTP stack. The JavaScript client: $($script.Cpu.ToString('0.00')) ms."
$client.Dispose()
Stop-AzFaceEmulator
[IO.Directory]::Delete($folder, $true)
