# Rules of a company's badges, for Test-AzFacePhoto -Rule. Data only; Get-Help Test-AzFacePhoto says what each rule is.
@{
    RuleSet           = 'DirectoryThumbnail'   # what is not named here is as in this set
    AspectRatio       = '3:4'
    MinimumWidth      = 150
    MinimumHeight     = 200
    MaximumHeight     = 800
    MaximumYaw        = 15
    MaximumBlur       = 'Low'
    MaximumBytes      = $null                  # no limit
}
