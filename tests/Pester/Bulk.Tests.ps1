BeforeAll {
    . $PSScriptRoot/Common.ps1
    $pictures = 1..20 | ForEach-Object { $astronaut }
}

Describe 'Many pictures' {
    BeforeEach {
        $emulator = Start-AzFaceEmulator -ArgumentList --quota, 20/s
        Connect-AzFace $emulator.Endpoint $emulator.Key
    }

    AfterEach { $emulator | Stop-AzFaceEmulator }

    # Ten calls go at once and the others at ten a second. Runspaces that kept to that by themselves would be done sooner; a busy machine only adds to it.
    It 'shares one quota in ForEach-Object -Parallel' {
        $context = Connect-AzFace $emulator.Endpoint $emulator.Key -Tier S0 -PassThru
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $faces = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:root/out/FaceCmdlets/FaceCmdlets.psd1
            $using:pictures | Invoke-AzFaceDetection -Context $using:context
        }
        $faces | Should -HaveCount 80
        $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 6.9
    }

    It 'shares one quota in thread jobs' {
        $context = Connect-AzFace $emulator.Endpoint $emulator.Key -Tier S0 -PassThru
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $jobs = 1..3 | ForEach-Object {
            Start-ThreadJob {
                Import-Module $using:root/out/FaceCmdlets/FaceCmdlets.psd1
                $using:pictures | Invoke-AzFaceDetection -Context $using:context
            }
        }
        $jobs | Receive-Job -Wait -AutoRemoveJob | Should -HaveCount 60
        $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 4.9
    }

    It 'is a job that Receive-Job, Wait-Job, Get-Job and Remove-Job understand' {
        $job = $pictures | Invoke-AzFaceDetection -AsJob
        Get-Job $job.Id | Should -Be $job
        Wait-Job $job -Timeout 60 | Should -Be $job
        $job.State | Should -Be Completed
        Receive-Job $job | Should -HaveCount 20
        Receive-Job $job | Should -BeNullOrEmpty
        Remove-Job $job
        Get-Job | Where-Object Id -EQ $job.Id | Should -BeNullOrEmpty
    }

    It 'is a job that Stop-Job ends' {
        $slow = Start-AzFaceEmulator -ArgumentList --latency, 20000
        $context = Connect-AzFace $slow.Endpoint $slow.Key -PassThru
        $job = $pictures | Invoke-AzFaceDetection -AsJob -Context $context
        Stop-Job $job
        $job.State | Should -Be Stopped
        $job, $slow | Out-Null
        Remove-Job $job
        $slow | Stop-AzFaceEmulator
    }

    It 'writes a job''s errors with their pictures' {
        $bad = Join-Path $TestDrive bad.jpg
        Set-Content $bad ('x' * 5000)
        $job = $bad, $astronaut | Invoke-AzFaceDetection -AsJob
        $job | Wait-Job | Receive-Job -ErrorVariable problems -ErrorAction SilentlyContinue | Should -HaveCount 1
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ImageNotDecodable,*'
        $problems[0].TargetObject | Should -Be $bad
        $job | Remove-Job
    }

    It 'says at once which pictures are not there, and sends the others to the job' {
        $job = 'nowhere.jpg', $astronaut | Invoke-AzFaceDetection -AsJob -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PathNotFound,*'
        $job | Wait-Job | Receive-Job | Should -HaveCount 1
        $job | Remove-Job
    }
}
