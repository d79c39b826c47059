# The module among other sessions, and through its comings and goings. What is imported anew or killed here is a pwsh of its own.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $manifest = "$root/out/FaceCmdlets/FaceCmdlets.psd1"

    # Runs a script in a pwsh of its own, where $manifest and $astronaut are known; hands on what it said as JSON.
    function Invoke-Fresh([string] $script) {
        $said = pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; `$manifest = '$manifest'; `$astronaut = '$astronaut'; Import-Module `$manifest; & { $script } | ConvertTo-Json -Compress"
        $said | ConvertFrom-Json
    }

    # Those of the processes that are still there after as long as an ending may take.
    function Wait-Ended([int[]] $id, [int] $seconds = 10) {
        for ($i = 0; $i -lt $seconds * 10 -and (Get-Process -Id $id -ErrorAction Ignore); $i++) { Start-Sleep -Milliseconds 100 }
        Get-Process -Id $id -ErrorAction Ignore
    }
}

Describe 'Import-Module -Force' {
    It 'starts afresh, as often as one likes' {
        $said = Invoke-Fresh {
            $ids = foreach ($time in 1, 2) {
                Connect-AzFace -Emulator
                (Get-AzFaceEmulator).ProcessId
                Import-Module $manifest -Force
            }
            @{
                Emulators = @($ids); Alive = @(Get-Process -Id $ids -ErrorAction Ignore).Count
                Contexts = @(Get-AzFaceContext -ListAvailable).Count; Listed = @(Get-AzFaceEmulator).Count; Modules = @(Get-Module FaceCmdlets).Count
            }
        }
        $said.Emulators | Should -HaveCount 2
        $said.Alive | Should -Be 0 -Because 'the emulators of the module that was imported before have ended'
        $said.Contexts | Should -Be 0
        $said.Listed | Should -Be 0
        $said.Modules | Should -Be 1
    }

    It 'leaves a module that works' {
        (Invoke-Fresh {
            Connect-AzFace -Emulator
            Import-Module $manifest -Force
            Import-Module $manifest -Force
            Connect-AzFace -Emulator
            @{ Faces = @(Invoke-AzFaceDetection $astronaut).Count }
        }).Faces | Should -Be 1
    }
}

Describe 'Remove-Module' {
    It 'ends the emulators and the connections of its session' {
        $said = Invoke-Fresh {
            $ids = (Start-AzFaceEmulator).ProcessId, (Start-AzFaceEmulator).ProcessId
            Connect-AzFace -Emulator
            $ids += Get-AzFaceEmulator | ForEach-Object ProcessId | Where-Object { $_ -notin $ids }
            $context = Get-AzFaceContext
            Remove-Module FaceCmdlets
            $alive = @(Get-Process -Id $ids -ErrorAction Ignore).Count
            $command = [bool] (Get-Command Invoke-AzFaceDetection -ErrorAction Ignore -ListImported)
            Import-Module $manifest
            $refused = try { Invoke-AzFaceDetection $astronaut -Context $context } catch { $_.FullyQualifiedErrorId }
            @{ Alive = $alive; Command = $command; Contexts = @(Get-AzFaceContext -ListAvailable).Count; Refused = "$refused" }
        }
        $said.Alive | Should -Be 0
        $said.Command | Should -BeFalse
        $said.Contexts | Should -Be 0
        $said.Refused | Should -Not -BeNullOrEmpty -Because 'a connection of the removed module has ended, whoever holds it'
    }

    It 'leaves the emulators of other runspaces alone, and those end with their runspaces' {
        $said = Invoke-Fresh {
            $other = [powershell]::Create([initialsessionstate]::CreateDefault())
            $id = $other.AddScript("Import-Module '$manifest'; Connect-AzFace -Emulator; (Get-AzFaceEmulator).ProcessId").Invoke()[0]
            Connect-AzFace -Emulator
            Remove-Module FaceCmdlets
            $other.Commands.Clear()
            $faces = $other.AddScript("@(Invoke-AzFaceDetection '$astronaut').Count").Invoke()[0]
            $other.Runspace.Dispose()
            @{ Faces = $faces; Alive = [bool] (Get-Process -Id $id -ErrorAction Ignore) }
        }
        $said.Faces | Should -Be 1
        $said.Alive | Should -BeFalse
    }
}

Describe 'Several sessions in one process' {
    AfterEach { Disconnect-AzFace -All; Stop-AzFaceEmulator }

    It 'gives each runspace its own connection' {
        Connect-AzFace -Emulator
        $other = [powershell]::Create([initialsessionstate]::CreateDefault())
        try {
            $null = $other.AddScript("Import-Module '$manifest'; Get-AzFaceContext; Connect-AzFace https://contoso.cognitiveservices.azure.com 0123456789abcdef0123456789abcdef; (Get-AzFaceContext).Endpoint")
            $other.Invoke() | Should -Be 'https://contoso.cognitiveservices.azure.com/'
            (Get-AzFaceContext).Endpoint | Should -Match '127.0.0.1'
        }
        finally { $other.Dispose() }
    }

    It 'shares a connection with thread jobs' {
        $context = Connect-AzFace -Emulator -PassThru
        $jobs = 1..3 | ForEach-Object { Start-ThreadJob { Import-Module $using:manifest; Invoke-AzFaceDetection $using:astronaut -Context $using:context } }
        $jobs | Receive-Job -Wait -AutoRemoveJob | Should -HaveCount 3
        Test-AzFaceConnection -Quiet | Should -BeTrue -Because 'the jobs did not own the connection'
    }

    It 'shares a connection with ForEach-Object -Parallel' {
        $context = Connect-AzFace -Emulator -PassThru
        $faces = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel { Import-Module $using:manifest; Invoke-AzFaceDetection $using:astronaut -Context $using:context }
        $faces | Should -HaveCount 6
        Test-AzFaceConnection -Quiet | Should -BeTrue
    }

    It 'ends the emulator of a thread job with the job' {
        $id = Start-ThreadJob { Import-Module $using:manifest; Connect-AzFace -Emulator; (Get-AzFaceEmulator).ProcessId } | Receive-Job -Wait -AutoRemoveJob
        $id | Should -BeGreaterThan 0
        Wait-Ended $id | Should -BeNullOrEmpty
    }

    It 'ends the emulators of ForEach-Object -Parallel with the pipeline' {
        $ids = 1..2 | ForEach-Object -Parallel { Import-Module $using:manifest; (Start-AzFaceEmulator).ProcessId }
        $ids | Should -HaveCount 2
        Wait-Ended $ids | Should -BeNullOrEmpty
    }
}

Describe 'A job' {
    It 'ends its emulator when it is done' {
        $faces, $id = Start-Job { Import-Module $using:manifest; Connect-AzFace -Emulator; Invoke-AzFaceDetection $using:astronaut; (Get-AzFaceEmulator).ProcessId } | Receive-Job -Wait -AutoRemoveJob
        $faces.Path | Should -Match 'astronaut'
        Wait-Ended $id | Should -BeNullOrEmpty
    }

    It 'ends its emulator when it is stopped' {
        $job = Start-Job { Import-Module $using:manifest; (Start-AzFaceEmulator).ProcessId; Start-Sleep 600 }
        try {
            for ($i = 0; $i -lt 600 -and -not ($id = $job | Receive-Job -Keep); $i++) { Start-Sleep -Milliseconds 100 }
            $id | Should -BeGreaterThan 0
        }
        finally { $job | Stop-Job -PassThru | Remove-Job }
        Wait-Ended $id | Should -BeNullOrEmpty
    }
}

Describe 'A pwsh that is killed' {
    It 'leaves no emulator behind' {
        $start = [Diagnostics.ProcessStartInfo]::new('pwsh', [string[]] ('-NoProfile', '-NonInteractive', '-Command', "Import-Module '$manifest'; (Start-AzFaceEmulator).ProcessId; Start-Sleep 600"))
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        try { $id = [int] $process.StandardOutput.ReadLine() }
        finally { $process.Kill(); $process.WaitForExit(); $process.Dispose() }
        $id | Should -BeGreaterThan 0
        Wait-Ended $id | Should -BeNullOrEmpty
    }
}
