using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;

namespace FaceCmdlets.HelpCompiler;

/// <summary>Writes the XML that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(string path, Uri pagesOnline, IEnumerable<(CommandShape Shape, HelpPage Page)> pages) =>
        new XDocument(new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            pages.Select(pair => Page(pair.Shape, pair.Page, pagesOnline)))).Save(path);

    private static XElement Page(CommandShape shape, HelpPage page, Uri pagesOnline)
    {
        int dash = shape.Name.IndexOf('-', StringComparison.Ordinal);
        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", shape.Name),
                new XElement(Command + "verb", shape.Name[..dash]),
                new XElement(Command + "noun", shape.Name[(dash + 1)..]),
                new XElement(Maml + "description", Paragraphs(page.Synopsis))),
            new XElement(Maml + "description", Paragraphs(page.Description)),
            new XElement(Command + "syntax", shape.Sets.Select(set => new XElement(
                Command + "syntaxItem",
                new XElement(Maml + "name", shape.Name),
                shape.Parameters.Where(parameter => parameter.In(set) is not null).OrderBy(parameter => parameter.In(set)!.Position is >= 0 and var position ? position : int.MaxValue).Select(parameter => Parameter(parameter, parameter.In(set)!, page))))),
            new XElement(Command + "parameters", shape.Parameters.Select(parameter => Parameter(parameter, parameter.Sets.Values.First(), page))),
            new XElement(Command + "inputTypes", page.Inputs.Select(part => TypeAndWords(Command + "inputType", part))),
            new XElement(Command + "returnValues", page.Outputs.Select(part => TypeAndWords(Command + "returnValue", part))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(example => new XElement(
                Command + "example",
                new XElement(Maml + "title", example.Title),
                new XElement(Dev + "code", example.Code),
                new XElement(Dev + "remarks", Paragraphs(example.Paragraphs))))),
            // The first address is where Get-Help -Online goes.
            new XElement(
                Command + "relatedLinks",
                Link("Online version:", new Uri(pagesOnline, shape.Name + ".md").AbsoluteUri),
                page.Links.Select(link => Link(link.Text, link.Url.StartsWith("http", StringComparison.Ordinal) ? link.Url : string.Empty))));
    }

    private static XElement Parameter(ParameterShape parameter, ParameterAttribute attribute, HelpPage page)
    {
        string pipeline = (attribute.ValueFromPipeline, attribute.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "True (ByValue, ByPropertyName)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };
        IReadOnlyList<string> words = parameter.Name switch
        {
            "WhatIf" when parameter.IsCommon => ["Shows what would happen, and does nothing."],
            "Confirm" when parameter.IsCommon => ["Asks before it does anything."],
            _ => page.Parameters.First(part => part.Title == "-" + parameter.Name).Paragraphs,
        };
        bool isSwitch = parameter.Type == typeof(SwitchParameter);
        return new XElement(
            Command + "parameter",
            new XAttribute("required", attribute.Mandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
            new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
            new XAttribute("pipelineInput", pipeline),
            new XAttribute("position", attribute.Position >= 0 ? attribute.Position.ToString(CultureInfo.InvariantCulture) : "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraphs(words)),
            parameter.Values.Count == 0 ? null : new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value))),
            isSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"), parameter.Type.Name),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type.Name), new XElement(Maml + "uri")),
            parameter.Default is null ? null : new XElement(Dev + "defaultValue", parameter.Default));
    }

    private static XElement Link(string text, string address) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", address));

    private static XElement TypeAndWords(XName name, HelpPage.Part part) =>
        new(name, new XElement(Dev + "type", new XElement(Maml + "name", part.Title)), new XElement(Maml + "description", Paragraphs(part.Paragraphs)));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(text => new XElement(Maml + "para", text));
}
