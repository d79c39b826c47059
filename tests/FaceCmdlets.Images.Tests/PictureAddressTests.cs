using FaceCmdlets.Commands;

namespace FaceCmdlets.Images.Tests;

public sealed class PictureAddressTests
{
    [Theory]
    [InlineData("https://contoso.blob.core.windows.net/in/p.jpg?sv=2024-11-04&sr=b&sp=r&se=2026-11-30T00%3A00%3A00Z&sig=abc%3D", "https://contoso.blob.core.windows.net/in/p.jpg")]
    [InlineData("https://contoso.blob.core.windows.net/in/p.jpg?snapshot=7&sv=2024-11-04&SIG=abc", "https://contoso.blob.core.windows.net/in/p.jpg?snapshot=7")]
    [InlineData("https://bucket.s3.amazonaws.com/p.jpg?versionId=3&X-Amz-Algorithm=AWS4&X-Amz-Credential=A&X-Amz-Signature=abc", "https://bucket.s3.amazonaws.com/p.jpg?versionId=3")]
    [InlineData("https://bucket.s3.amazonaws.com/p.jpg?AWSAccessKeyId=A&Expires=1&Signature=abc", "https://bucket.s3.amazonaws.com/p.jpg")]
    [InlineData("https://storage.googleapis.com/b/p.jpg?X-Goog-Date=1&X-Goog-Signature=abc", "https://storage.googleapis.com/b/p.jpg")]
    [InlineData("https://user:word@example.org/p.jpg", "https://example.org/p.jpg")]
    [InlineData("https://user:w^ör@d@example.org", "https://example.org")]
    [InlineData("contoso.blob.core.windows.net/in/p.jpg?sp=r&sig=abc", "contoso.blob.core.windows.net/in/p.jpg")]
    public void What_signs_an_address_is_not_shown(string address, string shown) => Assert.Equal(shown, PictureAddress.WithoutSignature(address));

    [Theory]
    [InlineData("https://example.org/p.jpg?sv=1&se=2&id=3")]
    [InlineData("https://example.org/p.jpg?design=sig")]
    [InlineData("https://example.org/a b.jpg")]
    [InlineData("https://example.org/a@b.jpg?mail=a@b")]
    [InlineData("foo.jpg")]
    public void An_address_without_a_signature_is_shown_as_it_is(string address) => Assert.Equal(address, PictureAddress.WithoutSignature(address));
}
