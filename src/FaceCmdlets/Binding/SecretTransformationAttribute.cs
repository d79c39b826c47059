using System.Management.Automation;
using System.Security;

namespace FaceCmdlets;

/// <summary>Takes a secret as a SecureString, a string or a PSCredential's password.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether blanks at its ends are of it: a password may have them, keys and tokens have none.</summary>
    public bool KeepBlanks { get; set; }

    public static SecureString ToSecureString(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        // A line's end came along from a file.
        string text => ToSecureString(KeepBlanks ? text.TrimEnd('\r', '\n') : text.Trim()),
        PSCredential credential => credential.Password,
        var other => other,
    };
}
