using System.Management.Automation;
using System.Security;

namespace FaceCmdlets;

/// <summary>Takes a secret as a SecureString, a string or a PSCredential's password.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public static SecureString ToSecureString(string text)
    {
        var secret = new SecureString();
        foreach (char c in text.Trim())
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        string text => ToSecureString(text),
        PSCredential credential => credential.Password,
        var other => other,
    };
}
