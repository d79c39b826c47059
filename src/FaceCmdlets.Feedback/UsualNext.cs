using System.Management.Automation.Language;

namespace FaceCmdlets.Feedback;

/// <summary>What people type after a command of the module: a group is filled, then trained, then asked.</summary>
internal static class UsualNext
{
    /// <summary>The commands that may follow the last one of the line; none where it is not the module's.</summary>
    public static IReadOnlyList<string> After(Ast line)
    {
        if (line.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: false).Cast<CommandAst>().LastOrDefault() is not { } command || command.GetCommandName() is not { } name)
        {
            return [];
        }

        string standard = command.CommandElements.Any(element => element is CommandParameterAst { ParameterName: var parameter } && parameter.Equals("Standard", StringComparison.OrdinalIgnoreCase)) ? " -Standard" : string.Empty;
        string? first = Argument(command, 0, "PersonGroup", "PersonGroupId", "FaceList", "FaceListId");
        return name.ToUpperInvariant() switch
        {
            "CONNECT-AZFACE" => ["Test-AzFaceConnection", "Get-ChildItem *.jpg | Invoke-AzFaceDetection"],
            "NEW-AZFACEPERSONGROUP" when first is not null => [$"Import-AzFacePerson {first} FOLDER{standard}", $"New-AzFacePerson {first} NAME{standard}"],
            "NEW-AZFACEPERSON" when first is not null => [$"Add-AzFacePersonFace {first} {Argument(command, 1, "Name") ?? "NAME"} PICTURE{standard}"],
            "ADD-AZFACEPERSONFACE" or "IMPORT-AZFACEPERSON" when first is not null => [$"Start-AzFaceTraining {first}{standard} | Wait-AzFaceTraining"],
            "NEW-AZFACELIST" when first is not null => [$"Get-ChildItem *.jpg | Add-AzFaceListFace {first}{standard}"],
            "ADD-AZFACELISTFACE" when first is not null && standard.Length == 0 => [$"Start-AzFaceTraining -FaceList {first} | Wait-AzFaceTraining"],
            "START-AZFACETRAINING" when first is not null => [$"Wait-AzFaceTraining {(IsOfList(command) ? "-FaceList " : string.Empty)}{first}{standard}"],
            "WAIT-AZFACETRAINING" when (first ?? OfPipeline(command)) is { } trained => [IsOfList(command) ? $"Get-ChildItem *.jpg | Find-AzFaceSimilar -FaceList {trained}" : $"Get-ChildItem *.jpg | Resolve-AzFaceIdentity {trained}{standard}"],
            _ => [],
        };
    }

    /// <summary>What Start-AzFaceTraining before it in the pipeline was given.</summary>
    private static string? OfPipeline(CommandAst command) => command.Parent is PipelineAst { PipelineElements: [CommandAst start, ..] } && start != command
        ? Argument(start, 0, "PersonGroup", "PersonGroupId", "FaceList", "FaceListId") : null;

    private static bool IsOfList(CommandAst command) => (command.Parent is PipelineAst pipeline ? pipeline.PipelineElements.OfType<CommandAst>() : [command])
        .SelectMany(each => each.CommandElements).Any(element => element is CommandParameterAst { ParameterName: var name } && name.StartsWith("FaceList", StringComparison.OrdinalIgnoreCase));

    /// <summary>An argument as it was typed, by its name or else by its place.</summary>
    private static string? Argument(CommandAst command, int place, params string[] names)
    {
        List<string> unnamed = [];
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is not CommandParameterAst parameter)
            {
                unnamed.Add(command.CommandElements[i].Extent.Text);
                continue;
            }

            CommandElementAst? value = parameter.Argument is not null || i + 1 == command.CommandElements.Count ? null : command.CommandElements[i + 1];
            if (Array.Exists(names, name => name.Equals(parameter.ParameterName, StringComparison.OrdinalIgnoreCase)))
            {
                return (parameter.Argument?.Extent ?? value?.Extent)?.Text;
            }

            // The value of another parameter, unless that one is a switch.
            if (value is not null and not CommandParameterAst && !parameter.ParameterName.Equals("Standard", StringComparison.OrdinalIgnoreCase))
            {
                i++;
            }
        }

        return unnamed.ElementAtOrDefault(place);
    }
}
