# How long the emulator looks for a face among 100,000, in a large person group and in a large face list; on one core where taskset is there.
$program = [IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'bench', 'FaceEmulator.Identify', 'bin', 'Release', 'net10.0', 'FaceEmulator.Identify.dll')
$taskset = [Environment]::GetEnvironmentVariable('PATH').Split([IO.Path]::PathSeparator).Where({ [IO.File]::Exists([IO.Path]::Combine($_, 'taskset')) }, 'First')
if ($taskset) { taskset --cpu-list 0 dotnet $program } else { dotnet $program }
