# How well the emulator tells the same person from others: distances, confidences, and what is accepted at which threshold.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
dotnet ([IO.Path]::Combine($root, 'bench', 'FaceEmulator.Accuracy', 'bin', 'Release', 'net10.0', 'FaceEmulator.Accuracy.dll')) $root recognition
