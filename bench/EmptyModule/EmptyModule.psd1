@{
    RootModule = 'EmptyModule.dll'
    ModuleVersion = '0.1.0'
    GUID = '5a3f0d0e-3f0b-4f0e-8a4e-7e6f2f7f6f01'
    CmdletsToExport = @('Get-Nothing')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
