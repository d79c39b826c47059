<#
.SYNOPSIS
Makes a checkout of links, but for the built module and the tests of one suite, and emits its folder.
.DESCRIPTION
Coverage is counted by assemblies that are changed where they lie. Two suites at a time would change the same ones; so each has
copies of its own, in a checkout that looks like the real one, and is deleted with it.
#>
function New-LinkedCheckout([string] $Root, [string] $Name, [string] $Project) {
    $checkouts = [IO.Path]::Combine($Root, 'out', 'coverage', 'checkouts')
    $checkout = [IO.Path]::Combine($checkouts, $Name)
    Add-Link -From $Root -To $checkout -Except 'out', 'tests', '.git'
    foreach ($folder in @(@('tests', $Project), @("tests/$Project", 'bin'))) {
        Add-Link -From ([IO.Path]::Combine($Root, $folder[0])) -To ([IO.Path]::Combine($checkout, $folder[0])) -Except $folder[1]
    }

    foreach ($folder in "tests/$Project/bin/Release/net10.0", 'out/FaceCmdlets', 'out/FaceCmdlets/dependencies') {
        Copy-File -From ([IO.Path]::Combine($Root, $folder)) -To ([IO.Path]::Combine($checkout, $folder)) -Except 'dependencies'
    }

    [IO.Directory]::CreateSymbolicLink([IO.Path]::Combine($checkout, 'out', 'FaceEmulator'), [IO.Path]::Combine($Root, 'out', 'FaceEmulator')) | Out-Null
    # Photos that lie beside a checkout lie beside this one, too.
    $beside = [IO.Path]::Combine($Root, '..', 'shared')
    $link = [IO.Path]::Combine($checkouts, 'shared')
    if ([IO.Directory]::Exists($beside) -and -not [IO.Directory]::Exists($link)) { [IO.Directory]::CreateSymbolicLink($link, $beside) | Out-Null }
    $checkout
}

function Add-Link([string] $From, [string] $To, [string[]] $Except) {
    [IO.Directory]::CreateDirectory($To) | Out-Null
    foreach ($entry in [IO.DirectoryInfo]::new($From).GetFileSystemInfos().Where({ $_.Name -notin $Except })) {
        $link = [IO.Path]::Combine($To, $entry.Name)
        if ($entry -is [IO.DirectoryInfo]) { [IO.Directory]::CreateSymbolicLink($link, $entry.FullName) | Out-Null }
        else { [IO.File]::CreateSymbolicLink($link, $entry.FullName) | Out-Null }
    }
}

# The files of a folder; its folders are links.
function Copy-File([string] $From, [string] $To, [string[]] $Except) {
    $files = [IO.DirectoryInfo]::new($From).GetFiles()
    Add-Link -From $From -To $To -Except ($Except + $files.Name)
    foreach ($file in $files) { $file.CopyTo([IO.Path]::Combine($To, $file.Name)) | Out-Null }
}
