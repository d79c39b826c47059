# Recall, false positives and time of the emulator's detection.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
dotnet ([IO.Path]::Combine($root, 'bench', 'FaceEmulator.Accuracy', 'bin', 'Release', 'net10.0', 'FaceEmulator.Accuracy.dll')) $root
