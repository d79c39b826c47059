using System.Runtime.InteropServices;
using System.Security;

namespace FaceCmdlets;

/// <summary>What a key or a token may be: it is sent in a header, where nothing stands but ASCII.</summary>
internal static class SecretRules
{
    /// <summary>The first character that cannot be sent, and where it is; null where all can. Nothing else of the secret is told.</summary>
    public static string? Strange(SecureString secret)
    {
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            for (int i = 0; i < secret.Length; i++)
            {
                int character = (ushort)Marshal.ReadInt16(text, i * sizeof(char));
                if (character is < ' ' or > '~')
                {
                    return FormattableString.Invariant($"U+{character:X4}, character {i + 1} of {secret.Length}");
                }
            }

            return null;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }
}
