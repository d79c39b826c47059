@{
    RootModule           = 'FaceCmdlets.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = 'c1d4b0f2-8a57-4f0e-9c36-2f7a1e5d9b84'
    Author               = 'FaceCmdlets contributors'
    CompanyName          = 'FaceCmdlets'
    Copyright            = '(c) FaceCmdlets contributors. MIT licence.'
    Description          = 'Azure AI Face for the pipeline: folders of pictures in, faces out. With a local emulator that detects for real.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    TypesToProcess       = @('FaceCmdlets.types.ps1xml')
    FormatsToProcess     = @('FaceCmdlets.format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Connect-AzFace', 'Disconnect-AzFace', 'Get-AzFaceContext', 'Test-AzFaceConnection'
        'Select-AzFaceContext'
        'Invoke-AzFaceDetection', 'Get-AzFaceCheckpoint'
        'Compare-AzFace', 'Find-AzFaceSimilar', 'Group-AzFace', 'Resolve-AzFaceIdentity'
        'New-AzFacePersonGroup', 'Get-AzFacePersonGroup', 'Set-AzFacePersonGroup', 'Remove-AzFacePersonGroup'
        'New-AzFacePerson', 'Get-AzFacePerson', 'Set-AzFacePerson', 'Remove-AzFacePerson'
        'Add-AzFacePersonFace', 'Get-AzFacePersonFace', 'Set-AzFacePersonFace', 'Remove-AzFacePersonFace'
        'Start-AzFaceTraining', 'Get-AzFaceTraining', 'Wait-AzFaceTraining'
        'Import-AzFacePerson', 'New-AzFaceList', 'Get-AzFaceList', 'Set-AzFaceList', 'Remove-AzFaceList', 'Add-AzFaceListFace', 'Get-AzFaceListFace', 'Set-AzFaceListFace', 'Remove-AzFaceListFace', 'New-AzFaceLivenessSession', 'Get-AzFaceLivenessSession', 'Remove-AzFaceLivenessSession', 'Save-AzFaceSessionImage', 'Test-AzFaceImage'
        'Start-AzFaceEmulator', 'Get-AzFaceEmulator', 'Stop-AzFaceEmulator'
    )
    PrivateData          = @{ PSData = @{ Tags = @('Azure', 'Face', 'AI', 'Vision', 'FaceDetection', 'CognitiveServices', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows') } }
}
