# What a whole run leaves behind where somebody may look later: transcript, redirected streams, $Error, exports, files.
BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Each secret of the run by its name. Another kind of secret is another line here, and its use in the run below.
    $secrets = [ordered]@{
        'the key'           = "key-$([guid]::NewGuid().ToString('N'))"
        'a wrong key'       = "wrong-key-$([guid]::NewGuid().ToString('N'))"
        'a token'           = "token.$([guid]::NewGuid().ToString('N')).$([guid]::NewGuid().ToString('N'))"
        'a client secret'   = "client~$([guid]::NewGuid().ToString('N'))"
        'a file''s password' = "password~$([guid]::NewGuid().ToString('N'))"
    }

    function Get-Form([string] $Secret) {
        $Secret
        foreach ($bytes in [Text.Encoding]::UTF8.GetBytes($Secret), [Text.Encoding]::Unicode.GetBytes($Secret)) {
            [Convert]::ToBase64String($bytes).TrimEnd('=')
            [Convert]::ToHexString($bytes)
        }
    }

    function Find-Secret([string] $Text) {
        foreach ($name in $secrets.Keys) {
            foreach ($form in Get-Form $secrets[$name]) {
                if ($Text.Contains($form, [StringComparison]::OrdinalIgnoreCase)) { $name; break }
            }
        }
    }

    $folder = Join-Path $root out/secrets
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    $null = New-Item $folder -ItemType Directory

    # A session of its own, as a user's: the secrets come by the environment, as a vault would give them, and not by a literal.
    Set-Content $folder/run.ps1 @'
        param($Module, $Folder, $Picture)
        Import-Module $Module
        Start-Transcript $Folder/transcript.txt | Out-Null
        & {
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $key = ConvertTo-SecureString $env:SECRET_1 -AsPlainText -Force
            $emulator = Start-AzFaceEmulator -Key $key
            $emulator
            Connect-AzFace $emulator.Endpoint $key -Name right -PassThru
            Test-AzFaceConnection
            Invoke-AzFaceDetection $Picture, /nowhere.jpg -ReturnFaceId -CheckpointPath $Folder/run.checkpoint | Tee-Object $Folder/faces.txt
            Invoke-AzFaceDetection $Picture | Export-Csv $Folder/faces.csv
            Compare-AzFace $Picture $Picture
            New-AzFacePersonGroup secrets
            New-AzFacePerson secrets Somebody
            Add-AzFacePersonFace secrets Somebody $Picture
            Get-AzFacePersonGroup
            $liveness = New-AzFaceLivenessSession
            $liveness
            $liveness | Get-AzFaceLivenessSession
            $liveness | Export-Csv $Folder/liveness.csv
            $liveness | Export-Clixml $Folder/liveness.clixml -Depth 10
            $liveness | ConvertTo-Json -Depth 10 | Set-Content $Folder/liveness.json
            # Where the test alone finds out what to look for.
            [IO.File]::WriteAllText("$Folder.token", (ConvertFrom-SecureString $liveness.AuthToken -AsPlainText))
            try { Connect-AzFace $emulator.Endpoint $env:SECRET_2 -Name wrong; Invoke-AzFaceDetection $Picture } catch { Write-Error -ErrorRecord $_ }
            try { Connect-AzFace https://127.0.0.1:9 -AccessToken $env:SECRET_3 -Name token; Invoke-AzFaceDetection $Picture } catch { Write-Error -ErrorRecord $_ }
            try { Connect-AzFace https://face.contoso.invalid -TenantId t -ClientId c -ClientSecret $env:SECRET_4 -Authority https://127.0.0.1:9 -CredentialTimeout 3 } catch { Write-Error -ErrorRecord $_ }
            try { Connect-AzFace https://face.contoso.invalid -TenantId t -ClientId c -CertificatePath $Picture -CertificatePassword $env:SECRET_5 } catch { Write-Error -ErrorRecord $_ }
            Get-AzFaceContext -ListAvailable
        } *>&1 | Tee-Object $Folder/streams.txt | Out-Default
        $contexts = Get-AzFaceContext -ListAvailable
        $contexts | Export-Clixml $Folder/contexts.clixml -Depth 10
        $contexts | ConvertTo-Json -Depth 10 -WarningAction Ignore | Set-Content $Folder/contexts.json
        $contexts | Format-List * -Force | Out-File $Folder/contexts.txt
        $contexts | Get-Member -Force | Out-File $Folder/members.txt
        Get-AzFaceEmulator | Export-Clixml $Folder/emulator.clixml -Depth 10
        $Error | Format-List * -Force | Out-File $Folder/errors.txt
        $Error | ForEach-Object { $_ | Get-Error; $_.Exception | Format-List * -Force; $_.Exception.ToString(); $_.InvocationInfo | Format-List * -Force; $_.InvocationInfo.BoundParameters } | Out-File $Folder/errors-in-detail.txt
        $Error | Export-Clixml $Folder/errors.clixml -Depth 6
        # In the order of the run.
        $Error[($Error.Count - 1)..0].FullyQualifiedErrorId | Set-Content $Folder/error-ids.txt
        Get-Variable | Where-Object Name -ne PSBoundParameters | Out-File $Folder/variables.txt
        Stop-Transcript | Out-Null
'@
    $number = 0
    foreach ($secret in $secrets.Values) { Set-Item "env:SECRET_$((++$number))" $secret }
    try {
        $everything = pwsh -NoProfile -NonInteractive -File $folder/run.ps1 $root/out/FaceCmdlets/FaceCmdlets.psd1 $folder $astronaut *>&1 | Out-String
    }
    finally { Remove-Item env:SECRET_* }
    $secrets['a liveness session''s token'] = Get-Content "$folder.token" -Raw
}

AfterAll { Remove-Item $folder, "$folder.token" -Recurse -Force -ErrorAction Ignore }

Describe 'A secret' {
    It 'would be found in any of its forms' {
        foreach ($form in Get-Form $secrets['the key']) { Find-Secret "before $form after" | Should -Be 'the key' }
    }

    It 'is known to the test, each of them' {
        $secrets.Values | ForEach-Object Length | Should -Not -Contain 0
        $secrets.Count | Should -Be 6
    }

    It 'was looked for in a run that did all it was to do: only what fails on purpose has failed' {
        Get-Content $folder/error-ids.txt | ForEach-Object { $_.Split(',')[0] } | Should -Be 'PathNotFound', 'InvalidKey', 'ConnectionRefused', 'AuthorityUnreachable', 'CertificateUnusable'
    }

    It 'is not on the screen' {
        $everything | Should -Match 'POST http://127.0.0.1'
        Find-Secret $everything | Should -BeNullOrEmpty
    }

    It 'is not in <name>' -ForEach @(
        @{ name = 'transcript.txt'; shows = 'POST http' }
        @{ name = 'streams.txt'; shows = 'POST http' }
        @{ name = 'faces.txt'; shows = 'astronaut' }
        @{ name = 'faces.csv'; shows = 'astronaut' }
        @{ name = 'run.checkpoint'; shows = 'astronaut' }
        @{ name = 'contexts.clixml'; shows = 'FaceCmdlets.FaceContext' }
        @{ name = 'contexts.json'; shows = 'ServicePrincipal|AccessToken' }
        @{ name = 'contexts.txt'; shows = 'Credential' }
        @{ name = 'members.txt'; shows = 'Endpoint' }
        @{ name = 'emulator.clixml'; shows = 'FaceCmdlets.FaceEmulatorInfo' }
        @{ name = 'liveness.csv'; shows = 'SessionId' }
        @{ name = 'liveness.clixml'; shows = 'SessionId' }
        @{ name = 'liveness.json'; shows = 'SessionId' }
        @{ name = 'errors.txt'; shows = 'InvalidKey' }
        @{ name = 'errors-in-detail.txt'; shows = 'CertificateUnusable' }
        @{ name = 'errors.clixml'; shows = 'ErrorRecord' }
        @{ name = 'variables.txt'; shows = 'Folder' }
    ) {
        $text = Get-Content $folder/$name -Raw
        $text | Should -Match $shows
        Find-Secret "$text" | Should -BeNullOrEmpty
    }

    It 'is in no other file of the run' {
        foreach ($file in Get-ChildItem $folder -File -Recurse) {
            Find-Secret ([Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($file.FullName))) | Should -BeNullOrEmpty -Because $file.Name
        }
    }
}

Describe 'A key where the endpoint belongs' {
    BeforeAll {
        $swapped = [guid]::NewGuid().ToString('N')
        $endpoint = 'https://contoso.cognitiveservices.azure.com'
    }

    AfterEach { Remove-Item env:FACE_ENDPOINT, env:FACE_APIKEY -ErrorAction Ignore }

    It 'is said to be one and shown nowhere, given <where>' -ForEach @(
        @{ where = 'as an argument'; command = { Connect-AzFace $swapped $endpoint } }
        @{ where = 'in the environment'; command = { $env:FACE_ENDPOINT = $swapped; $env:FACE_APIKEY = $endpoint; Connect-AzFace } }
    ) {
        $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
        $streams = & { try { & $command } catch { $_ } } *>&1
        $problem = $streams | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
        $problem.FullyQualifiedErrorId | Should -BeLike 'EndpointLooksLikeKey,*'
        "$($problem.Exception)", "$($problem.ErrorDetails.Message)", "$($problem.ErrorDetails.RecommendedAction)", "$($problem.TargetObject)", "$($problem.CategoryInfo)" | Should -Not -Match $swapped
        $streams | Out-String | Should -Not -Match $swapped
        Get-AzFaceContext -ListAvailable | Where-Object Endpoint -Match $swapped | Should -BeNullOrEmpty
    }
}
