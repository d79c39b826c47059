using System.Collections;
using System.Management.Automation.Language;

namespace FaceCmdlets.HelpCompiler;

/// <summary>The manifest, which says where the project is.</summary>
internal static class ModuleManifest
{
    /// <summary>The folder of the pages at the project's own address.</summary>
    public static Uri PagesOnline(string manifest)
    {
        Ast data = Parser.ParseFile(Path.GetFullPath(manifest), out _, out _).Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false);
        var module = (Hashtable)((HashtableAst)data).SafeGetValue();
        return new Uri($"{((Hashtable)((Hashtable)module["PrivateData"]!)["PSData"]!)["ProjectUri"]}/blob/main/docs/en-US/");
    }
}
