# The packages as users get them: from a repository, into a module path. Everything happens in a pwsh of its own, and on Linux
# and macOS in a home of its own, so that nothing of the user's is touched.
BeforeDiscovery {
    $powerShellGet = [bool] (Get-Module PowerShellGet -ListAvailable)
    $resourceGet = [bool] (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $astronaut = "$root/samples/astronaut.png"
    $gallery = "$TestDrive/gallery"
    $packager = "$root/tools/ModulePackager/bin/Release/net10.0/ModulePackager.dll"
    dotnet $packager $gallery "$root/out/FaceCmdlets" "$root/src/FaceCmdlets.Service/obj/project.assets.json" "$root/out/FaceEmulator" "$root/src/FaceEmulator/obj/project.assets.json" | Out-Null
    # A repository holds packages only.
    Remove-Item $gallery/FaceCmdlets, $gallery/FaceCmdlets.Emulator -Recurse

    # Runs a script in a pwsh with a home of its own, where FaceCmdletsTests is a repository; hands on what it said as JSON.
    function Invoke-AtHome([string] $script) {
        $before = $env:HOME, $env:XDG_DATA_HOME, $env:FACE_EMULATOR
        $env:HOME = "$TestDrive/home"
        $env:XDG_DATA_HOME = "$TestDrive/home/.local/share"
        $env:FACE_EMULATOR = $null
        $null = New-Item $env:XDG_DATA_HOME -ItemType Directory -Force
        try {
            $said = pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$gallery = '$gallery'; `$saved = '$TestDrive/saved'; `$astronaut = '$astronaut'
                `$null = New-Item `$saved -ItemType Directory -Force
                Register-PSResourceRepository FaceCmdletsTests -Uri `$gallery -Trusted -Force
                try { & { $script } | ConvertTo-Json -Depth 4 -Compress } finally { Unregister-PSResourceRepository FaceCmdletsTests }"
            $said | ConvertFrom-Json
        }
        finally { $env:HOME, $env:XDG_DATA_HOME, $env:FACE_EMULATOR = $before }
    }
}

Describe 'The packages in a repository' -Skip:(-not $resourceGet) {
    BeforeAll {
        $said = Invoke-AtHome {
            $found = Find-PSResource FaceCmdlets -Repository FaceCmdletsTests
            Save-PSResource FaceCmdlets, FaceCmdlets.Emulator -Repository FaceCmdletsTests -Path $saved
            $manifests = Get-Item $saved/*/*/FaceCmdlets*.psd1 | Sort-Object BaseName | ForEach-Object { Test-ModuleManifest $_ }
            Import-Module (Get-Item $saved/FaceCmdlets/*/FaceCmdlets.psd1)
            $story = Connect-AzFace -Emulator -Verbose 4>&1 | Out-String
            @{
                Found = $found | Select-Object Name, @{ n = 'Version'; e = { "$($_.Version)" } }, Tags, Description, Author, LicenseUri, ProjectUri, ReleaseNotes
                Manifests = @($manifests.Name); Files = @($manifests.FileList).Count; Missing = @($manifests.FileList | Where-Object { -not (Test-Path -LiteralPath $_) })
                Commands = @(Get-Command -Module FaceCmdlets).Count; Synopsis = (Get-Help Invoke-AzFaceDetection).Synopsis
                Story = $story; Faces = @(Invoke-AzFaceDetection $astronaut).Count
            }
        }
    }

    It 'are found, with the <_> that a gallery shows' -ForEach 'Version', 'Tags', 'Description', 'Author', 'LicenseUri', 'ProjectUri', 'ReleaseNotes' {
        $said.Found.$_ | Should -Not -BeNullOrEmpty
    }

    It 'are saved with manifests that PowerShell accepts' { $said.Manifests | Should -Be 'FaceCmdlets', 'FaceCmdlets.Emulator' }

    It 'are saved with every file that the manifests name' {
        $said.Files | Should -BeGreaterThan 20
        $said.Missing | Should -BeNullOrEmpty
    }

    It 'bring every command and its help' {
        $said.Commands | Should -Be (Import-PowerShellDataFile $root/FaceCmdlets.psd1).CmdletsToExport.Count
        $said.Synopsis | Should -Not -Match '^\s*Invoke-AzFaceDetection \['
    }

    It 'find each other in the folder that they were saved to' { $said.Story | Should -Match ([regex]::Escape($TestDrive) + '/saved/FaceCmdlets\.Emulator/.+/FaceEmulator\.dll') }

    It 'work in the session that saved them' { $said.Faces | Should -Be 1 }

    It 'are installed, imported by name, and uninstalled without a trace' -Skip:$IsWindows {
        $said = Invoke-AtHome {
            Install-PSResource FaceCmdlets, FaceCmdlets.Emulator -Repository FaceCmdletsTests
            Import-Module FaceCmdlets
            $module = Get-Module FaceCmdlets
            Connect-AzFace -Emulator
            $faces = @(Invoke-AzFaceDetection $astronaut).Count
            Remove-Module FaceCmdlets
            Uninstall-PSResource FaceCmdlets, FaceCmdlets.Emulator
            @{ Faces = $faces; Place = $module.ModuleBase; Left = @(Get-ChildItem $env:XDG_DATA_HOME/powershell/Modules -Recurse -File).Count }
        }
        $said.Faces | Should -Be 1
        $said.Place | Should -Match '/home/\.local/share/powershell/Modules/FaceCmdlets/'
        $said.Left | Should -Be 0
    }
}

Describe 'PowerShellGet 2, where it is installed' -Skip:(-not $powerShellGet) {
    It 'saves the module with Save-Module' {
        $said = Invoke-AtHome {
            Register-PSRepository FaceCmdletsTests -SourceLocation $gallery -InstallationPolicy Trusted
            try { Save-Module FaceCmdlets -Repository FaceCmdletsTests -Path $saved/old -Force }
            finally { Unregister-PSRepository FaceCmdletsTests }
            @{ Name = (Test-ModuleManifest (Get-Item $saved/old/FaceCmdlets/*/FaceCmdlets.psd1)).Name }
        }
        $said.Name | Should -Be 'FaceCmdlets'
    }
}
