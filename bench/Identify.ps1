# How long the emulator looks for a face among 100,000.
dotnet ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'bench', 'FaceEmulator.Identify', 'bin', 'Release', 'net10.0', 'FaceEmulator.Identify.dll'))
