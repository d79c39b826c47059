# Dot-sourced by each file here: where things are, and the module as users import it.
$root = Split-Path (Split-Path $PSScriptRoot)
$samples = Join-Path $root samples
$astronaut = Join-Path $samples astronaut.png
Import-Module (Join-Path $root out/FaceCmdlets/FaceCmdlets.psd1)

# How many requests an emulator has had.
function Get-RequestCount($Emulator) {
    (Invoke-RestMethod "$($Emulator.Endpoint)emulator/counts" -Headers @{ 'Ocp-Apim-Subscription-Key' = ConvertFrom-SecureString $Emulator.Key -AsPlainText }).requests
}
