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

    It 'shares one quota in ForEach-Object -Parallel' {
        $context = Get-AzFaceContext
        $faces = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:root/out/FaceCmdlets/FaceCmdlets.psd1
            $using:pictures | Invoke-AzFaceDetection -Context $using:context
        }
        $faces | Should -HaveCount 80
    }

    It 'shares one quota in thread jobs' {
        $context = Get-AzFaceContext
        $jobs = 1..3 | ForEach-Object {
            Start-ThreadJob {
                Import-Module $using:root/out/FaceCmdlets/FaceCmdlets.psd1
                $using:pictures | Invoke-AzFaceDetection -Context $using:context
            }
        }
        $jobs | Receive-Job -Wait -AutoRemoveJob | Should -HaveCount 60
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
        $job = 'nowhere.jpg', $astronaut | Invoke-AzFaceDetection -AsJob -ErrorAction SilentlyContinue
        $job | Wait-Job | Receive-Job | Should -HaveCount 1
        $job | Remove-Job
    }
}
