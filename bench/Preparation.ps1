# What preparing a picture costs, against SkiaSharp used straight, and what looking at one that needs nothing costs, against reading it.
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
dotnet ([IO.Path]::Combine($root, 'bench', 'FaceCmdlets.Images', 'bin', 'Release', 'net10.0', 'FaceCmdlets.Images.dll')) ([IO.Path]::Combine($root, 'samples', 'astronaut.png'))
