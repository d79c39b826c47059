using System.Management.Automation;

namespace FaceCmdlets;

/// <summary>The texts of Export-AzFaceImage that have placeholders: names of files, and labels. What is wrong with one ends the command.</summary>
internal sealed class ExportTemplates
{
    private const string NameParameter = "NameTemplate";
    private const string LabelParameter = "Label";

    private readonly FaceTemplate _name;
    private readonly FaceTemplate? _label;
    private bool _isChecked;

    /// <param name="name">Of -NameTemplate.</param>
    /// <param name="label">Of -Label; null where none is drawn.</param>
    /// <exception cref="FaceServiceException">One of them cannot be read, or the name leads to another folder.</exception>
    public ExportTemplates(string name, string? label)
    {
        _name = Parse(name, NameParameter);
        if (_name.Literal.AsSpan().ContainsAny('/', '\\'))
        {
            throw Wrong($"-{NameParameter} '{name}' has a / or \\: it names files in -OutputDirectory, not folders. {{Folder}} is the name of the picture's folder.");
        }

        _label = label is null ? null : Parse(label, LabelParameter);
    }

    /// <summary>The name of a face's file.</summary>
    /// <exception cref="FaceServiceException">The faces do not have what it names, or a format does not fit its value.</exception>
    public string NameOf(FaceRow row, string path, int number)
    {
        Check(row);
        return Fill(_name, property => FacePlaceholders.InName(property, row, path, number), NameParameter);
    }

    /// <summary>The name of the file of a picture without a face.</summary>
    /// <exception cref="FaceServiceException">A format does not fit its value.</exception>
    public string NameOf(string path) => Fill(_name, property => FacePlaceholders.InName(property, null, path, null), NameParameter);

    /// <summary>The label of a face; empty where none is drawn.</summary>
    /// <exception cref="FaceServiceException">The faces do not have what it names, or a format does not fit its value.</exception>
    public string LabelOf(FaceRow row, string path, int number)
    {
        Check(row);
        return _label is null ? string.Empty : Fill(_label, property => FacePlaceholders.InLabel(property, row, path, number), LabelParameter);
    }

    /// <summary>A placeholder that the faces do not have is said of the first of them, before anything is written.</summary>
    private void Check(FaceRow row)
    {
        if (_isChecked)
        {
            return;
        }

        _isChecked = true;
        foreach ((string parameter, string property) in _name.Properties.Select(property => (NameParameter, property)).Concat(_label?.Properties.Select(property => (LabelParameter, property)) ?? []))
        {
            if (!FacePlaceholders.AreKnown(property, row))
            {
                throw new FaceServiceException("UnknownProperty", $"-{parameter} names {{{property}}}, which the faces do not have. They have {row.PropertyNames}; a picture has Name and Folder, and what Resolve-AzFaceIdentity emits has Person.", ErrorCategory.InvalidArgument, true);
            }
        }
    }

    private static FaceTemplate Parse(string text, string parameter)
    {
        try
        {
            return FaceTemplate.Parse(text);
        }
        catch (FormatException e)
        {
            throw Wrong($"-{parameter} '{text}': {e.Message}");
        }
    }

    private static string Fill(FaceTemplate template, Func<string, object?> valueOf, string parameter)
    {
        try
        {
            return template.Fill(valueOf);
        }
        catch (FormatException e)
        {
            throw Wrong($"-{parameter}: a format in it does not fit its value. {e.Message}");
        }
    }

    private static FaceServiceException Wrong(string message) => new("InvalidTemplate", message, ErrorCategory.InvalidArgument, true);
}
