@{
    ModuleVersion        = '0.1.0'
    GUID                 = '5b0a3f1e-6f0b-4a53-9b35-8a4c1f2d7e60'
    Author               = 'FaceCmdlets contributors'
    CompanyName          = 'FaceCmdlets'
    Copyright            = '(c) FaceCmdlets contributors. MIT licence.'
    Description          = 'The local emulator of Azure AI Face that FaceCmdlets starts with Connect-AzFace -Emulator. It brings files only, no commands, and needs the .NET 10 runtime with ASP.NET Core, on Windows (x64, Arm64), Linux (x64, Arm64, with glibc) or macOS (Apple silicon).'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    CmdletsToExport      = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    FileList             = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Azure', 'Face', 'AI', 'Emulator', 'FaceDetection', 'FaceRecognition', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows')
            LicenseUri   = 'https://github.com/FaceCmdlets/FaceCmdlets/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/FaceCmdlets/FaceCmdlets'
            ReleaseNotes = 'https://github.com/FaceCmdlets/FaceCmdlets/blob/main/CHANGELOG.md'
        }
    }
}
