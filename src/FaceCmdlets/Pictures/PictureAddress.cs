using System.Management.Automation;

namespace FaceCmdlets.Commands;

/// <summary>The pictures behind a -Uri, which the service itself downloads; what is no address for it is an error of its own.</summary>
internal static class PictureAddress
{
    public static IEnumerable<PictureSource> Resolve(PSCmdlet cmdlet, Uri uri)
    {
        if (uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            yield return PictureSource.FromUri(uri);
        }
        else
        {
            cmdlet.WriteError(new ErrorRecord(new ArgumentException($"'{uri.OriginalString}' is not an http or https address. The service downloads -Uri itself; for a file use -Path."), "InvalidURL", ErrorCategory.InvalidArgument, uri));
        }
    }
}
