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
        'Invoke-AzFaceDetection', 'Get-AzFaceCheckpoint'
        'Compare-AzFace', 'Find-AzFaceSimilar', 'Group-AzFace', 'Resolve-AzFaceIdentity'
        'New-AzFacePersonGroup', 'Get-AzFacePersonGroup', 'Set-AzFacePersonGroup', 'Remove-AzFacePersonGroup'
        'New-AzFacePerson', 'Get-AzFacePerson', 'Set-AzFacePerson', 'Remove-AzFacePerson'
        'Import-AzFacePerson'
        'Add-AzFacePersonFace', 'Get-AzFacePersonFace', 'Set-AzFacePersonFace', 'Remove-AzFacePersonFace'
        'New-AzFaceList', 'Get-AzFaceList', 'Set-AzFaceList', 'Remove-AzFaceList'
        'Add-AzFaceListFace', 'Get-AzFaceListFace', 'Set-AzFaceListFace', 'Remove-AzFaceListFace'
        'Start-AzFaceTraining', 'Get-AzFaceTraining', 'Wait-AzFaceTraining'
        'New-AzFaceLivenessSession', 'Get-AzFaceLivenessSession', 'Remove-AzFaceLivenessSession', 'Save-AzFaceSessionImage'
        'Get-AzFaceSetting', 'Set-AzFaceSetting'
        'Test-AzFaceImage'
        'Export-AzFaceImage', 'Test-AzFacePhoto'
        'Export-AzFaceReport'
        'Select-AzFaceContext'
        'Start-AzFaceEmulator', 'Get-AzFaceEmulator', 'Stop-AzFaceEmulator'
    )
    FileList             = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Azure', 'Face', 'AI', 'Vision', 'FaceDetection', 'FaceRecognition', 'Liveness', 'CognitiveServices', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows')
            LicenseUri   = 'https://github.com/FaceCmdlets/FaceCmdlets/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/FaceCmdlets/FaceCmdlets'
            ReleaseNotes = 'https://github.com/FaceCmdlets/FaceCmdlets/blob/main/CHANGELOG.md'
        }
    }
}
