BeforeAll {
    . $PSScriptRoot/Common.ps1
    Connect-AzFace -Emulator
    $people = Join-Path $TestDrive people
    New-Item (Join-Path $people 'Eileen Collins') -ItemType Directory | Out-Null
    Copy-Item $astronaut (Join-Path $people 'Eileen Collins')
    Copy-Item (Join-Path $samples coffee.png) (Join-Path $people 'Eileen Collins')
}

AfterAll {
    Disconnect-AzFace
    Stop-AzFaceEmulator
}

Describe 'Import-AzFacePerson' {
    It 'shows the plan' {
        (Import-AzFacePerson plan $people -CreateGroup -MinimumQuality Medium -WhatIf).Action | Should -Be WouldAdd, NotAdded
        Get-AzFacePersonGroup plan* | Should -BeNullOrEmpty
    }

    It 'enrols a folder, once' {
        (Import-AzFacePerson crew $people -CreateGroup -MinimumQuality Medium).Action | Should -Be Added, NotAdded
        (Import-AzFacePerson crew $people -MinimumQuality Medium).Action | Should -Be AlreadyThere, NotAdded
        (Get-Item $astronaut | Resolve-AzFaceIdentity crew).Name | Should -Be 'Eileen Collins'
    }

    It 'takes the folders of Get-ChildItem' {
        (Get-ChildItem $people -Directory | Import-AzFacePerson crew -MinimumQuality Medium).Person | Should -Be 'Eileen Collins', 'Eileen Collins'
    }

    It 'takes the rows of Import-Csv, and its own results' {
        "Name,Path`nMae Jemison,$astronaut" | Set-Content (Join-Path $TestDrive crew.csv)
        $results = Import-Csv (Join-Path $TestDrive crew.csv) | Import-AzFacePerson rows -CreateGroup
        $results.Reason | Should -Be LowQuality
        ($results | Import-AzFacePerson rows -MinimumQuality Medium).Action | Should -Be Added
    }

    It 'fits its table into 80 columns' {
        $text = Import-AzFacePerson crew $people -WhatIf | Out-String -Width 80
        $text | Should -Match 'AlreadyThere'
        $text | Should -Not -Match ' : '
        $text | Should -Match '(?m)^Person +Picture +Action +Reason +Quality *$'
    }

    It 'exports no type names' {
        "$(Import-AzFacePerson crew $people | ConvertTo-Csv)" | Should -Not -Match 'System\.|FaceCmdlets\.'
    }

    It 'works in the background' {
        $job = Import-AzFacePerson crew $people -AsJob
        (Receive-Job $job -Wait).Action | Should -Be AlreadyThere, NotAdded
        $job.State | Should -Be Completed
    }
}
