using System.Collections;
using System.Management.Automation;
using FaceCmdlets.Commands;

namespace FaceCmdlets;

/// <summary>Where Import-AzFacePerson has its pictures from: folders with a sub-folder a person, tables, and rows on the pipeline. What is none of these becomes an error of the cmdlet.</summary>
internal sealed class EnrolmentSource
{
    private readonly PSCmdlet _cmdlet;
    private readonly string _personGroup;
    private readonly bool _standard;
    private int _rows;

    /// <summary>Reads for a cmdlet.</summary>
    /// <param name="cmdlet">Whose location counts, and who writes the errors.</param>
    /// <param name="personGroup">The group as it was given, for advice.</param>
    /// <param name="standard">Whether it is a small one, for advice.</param>
    public EnrolmentSource(PSCmdlet cmdlet, string personGroup, bool standard)
    {
        _cmdlet = cmdlet;
        _personGroup = personGroup;
        _standard = standard;
    }

    /// <summary>The rows of what comes by the pipeline: a row itself, a person's folder, a table.</summary>
    public IEnumerable<EnrolmentRow> RowsOf(PSObject item)
    {
        switch (item.BaseObject)
        {
            case string path:
                return RowsOf(path, wildcards: true);
            case DirectoryInfo folder:
                return InFolder(PeopleFolder.Person(folder));
            case FileInfo file:
                return RowsOfFile(file.FullName, isNamed: true);
        }

        string where = FormattableString.Invariant($"Row {++_rows}");
        return InFolder(EnrolmentRow.From(item.BaseObject is IDictionary table ? column => table[column] : column => item.Properties[column]?.Value, where));
    }

    /// <summary>The rows of a folder with a sub-folder a person, or of a table.</summary>
    public IEnumerable<EnrolmentRow> RowsOf(string path, bool wildcards)
    {
        bool isPattern = wildcards && PictureFiles.IsPattern(_cmdlet, path);
        return PictureFiles.Expand(_cmdlet, path, isPattern).SelectMany(found =>
            !Directory.Exists(found) ? RowsOfFile(found, !isPattern)
            : isPattern ? InFolder(PeopleFolder.Person(new DirectoryInfo(found)))
            : PeopleFolder.People(_cmdlet, found).SelectMany(InFolder));
    }

    private IEnumerable<EnrolmentRow> RowsOfFile(string file, bool isNamed)
    {
        if (!File.Exists(file))
        {
            Fail("PathNotFound", $"'{file}' does not exist.", ErrorCategory.ObjectNotFound, file);
            return [];
        }

        if (PeopleTable.IsTable(file))
        {
            return PeopleTable.Read(_cmdlet, file).SelectMany(InFolder);
        }

        if (isNamed)
        {
            string next = $"Add-AzFacePersonFace {NextCommand.Quoted(_personGroup)} NAME {NextCommand.Quoted(file)}{LookupWords.Switch(_standard)}";
            Fail("NoPeople", $"'{file}' is neither a folder with a sub-folder a person nor a CSV file, so that nobody knows who is in it. For pictures of one person: {next}", ErrorCategory.InvalidArgument, file, next);
            return [];
        }

        return [new EnrolmentRow(null, file) { Skip = ("NotInPersonFolder", "It is in no person's folder: move it to the sub-folder of who is in it.") }];
    }

    /// <summary>A row that names a folder means the pictures in it.</summary>
    private IEnumerable<EnrolmentRow> InFolder(EnrolmentRow row)
    {
        if (row.Skip is not null)
        {
            return [row];
        }

        if (row.Complaint() is { } complaint)
        {
            Fail(complaint.Id, complaint.Message, ErrorCategory.InvalidData, row.Where);
            return [];
        }

        return PictureFiles.Expand(_cmdlet, Path.Combine(row.Folder ?? string.Empty, row.Path!), false).SelectMany(path => Directory.Exists(path) ? PeopleFolder.Pictures(_cmdlet, row, path) : [row with { Path = path }]);
    }

    private void Fail(string id, string message, ErrorCategory category, string target, string? next = null) =>
        _cmdlet.WriteError(FaceCmdlet.NewError(new ArgumentException(message), id, category, target, next));
}
