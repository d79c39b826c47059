namespace FaceCmdlets;

/// <summary>One of Microsoft's clouds, under the name that Az has for it.</summary>
/// <param name="Name">As -Cloud takes it.</param>
/// <param name="Authority">Where tokens come from.</param>
/// <param name="Suffix">What endpoints with a custom subdomain end in; with https:// before it, what tokens are for.</param>
/// <param name="RegionalSuffix">What regional endpoints end in.</param>
internal sealed record FaceCloud(string Name, Uri Authority, string Suffix, string RegionalSuffix)
{
    public const string Public = "AzureCloud";
    public const string UsGovernment = "AzureUSGovernment";
    public const string China = "AzureChinaCloud";

    public static IReadOnlyList<FaceCloud> All { get; } =
    [
        new(Public, new Uri("https://login.microsoftonline.com/"), "cognitiveservices.azure.com", "api.cognitive.microsoft.com"),
        new(UsGovernment, new Uri("https://login.microsoftonline.us/"), "cognitiveservices.azure.us", "api.cognitive.microsoft.us"),
        new(China, new Uri("https://login.chinacloudapi.cn/"), "cognitiveservices.azure.cn", "api.cognitive.azure.cn"),
    ];

    /// <summary>Regions of the public cloud that have the Face service.</summary>
    private static readonly string[] Regions =
    [
        "australiaeast", "brazilsouth", "canadacentral", "centralindia", "centralus", "eastasia", "eastus", "eastus2", "francecentral", "germanywestcentral",
        "italynorth", "japaneast", "japanwest", "jioindiawest", "koreacentral", "northcentralus", "northeurope", "norwayeast", "qatarcentral", "southafricanorth",
        "southcentralus", "southeastasia", "swedencentral", "switzerlandnorth", "switzerlandwest", "uaenorth", "uksouth", "westcentralus", "westeurope", "westus",
        "westus2", "westus3",
    ];

    /// <summary>What tokens are for.</summary>
    public string Audience => "https://" + Suffix;

    public static FaceCloud Named(string name) => All.First(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The cloud that the endpoint is in, as its name says; null for a name of one's own, such as a private link's.</summary>
    public static FaceCloud? Of(Uri endpoint) => All.FirstOrDefault(cloud => IsBelow(endpoint, cloud.Suffix) || IsBelow(endpoint, cloud.RegionalSuffix));

    /// <summary>The region that is named, as "westeurope" or "West Europe"; null for every other text.</summary>
    public static string? RegionOf(string text) => Array.Find(Regions, region => region.Equals(text.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    public static bool IsRegional(Uri endpoint) => All.Any(cloud => IsBelow(endpoint, cloud.RegionalSuffix));

    private static bool IsBelow(Uri endpoint, string suffix) => endpoint.Host.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase);
}
