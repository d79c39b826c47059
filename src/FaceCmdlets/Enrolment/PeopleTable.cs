using System.Management.Automation;
using System.Text;
using Microsoft.VisualBasic.FileIO;

namespace FaceCmdlets;

/// <summary>Reads a CSV file of people. Paths in it begin at its own folder.</summary>
internal static class PeopleTable
{
    public static bool IsTable(string path) => System.IO.Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its rows; a row that cannot be read is an error of its own.</summary>
    public static IEnumerable<EnrolmentRow> Read(PSCmdlet cmdlet, string file)
    {
        if (ReadText(cmdlet, file) is not { } text)
        {
            yield break;
        }

        // The parser tells no line of the very last row; behind this one there is another.
        using var parser = new TextFieldParser(new StringReader(text + "\n\n")) { TrimWhiteSpace = false, CommentTokens = ["#TYPE"] };
        parser.SetDelimiters(",");
        string[]? header = null;
        while (!parser.EndOfData)
        {
            string[] fields;
            try
            {
                fields = parser.ReadFields()!;
            }
            catch (MalformedLineException e)
            {
                string where = Where(file, e.LineNumber);
                Fail(cmdlet, "InvalidRow", $"{where} is no row of a table: a quoted field goes on behind its closing quote, or is not closed and takes all that follows.", ErrorCategory.InvalidData, where);
                continue;
            }

            if (header is null)
            {
                header = fields;
                if (Missing(header) is { } missing)
                {
                    Fail(cmdlet, "ColumnMissing", $"'{file}' has no column {missing}: its first line is {string.Join(',', header)}. {EnrolmentRow.Columns} For other separators than the comma: Import-Csv '{file}' -Delimiter ';' | {cmdlet.MyInvocation.MyCommand.Name}", ErrorCategory.InvalidData, file);
                    yield break;
                }

                continue;
            }

            yield return EnrolmentRow.From(column => Array.FindIndex(header, name => IsColumn(name, column)) is >= 0 and var index && index < fields.Length ? fields[index] : null, Where(file, parser.LineNumber - 1)) with { Folder = System.IO.Path.GetDirectoryName(file) };
        }

        if (header is null)
        {
            Fail(cmdlet, "ColumnMissing", $"'{file}' is empty. {EnrolmentRow.Columns}", ErrorCategory.InvalidData, file);
        }
    }

    private static string Where(string file, long line) => FormattableString.Invariant($"'{file}' line {line}");

    private static string? Missing(string[] header) =>
        !Array.Exists(header, name => IsColumn(name, "Name") || IsColumn(name, "Person")) ? "Name"
        : !Array.Exists(header, name => IsColumn(name, "Path")) ? "Path"
        : null;

    private static bool IsColumn(string name, string column) => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase);

    private static string? ReadText(PSCmdlet cmdlet, string file)
    {
        try
        {
            // Strictly: names in a legacy code page would be enrolled wrong, for good.
            return File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            Fail(cmdlet, "NotUtf8", $"'{file}' is not UTF-8. Save it as 'CSV UTF-8', or tell its encoding: Import-Csv '{file}' -Encoding 1252 | {cmdlet.MyInvocation.MyCommand.Name}", ErrorCategory.InvalidData, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(cmdlet, "FileUnreadable", $"'{file}' cannot be read: {e.Message}", ErrorCategory.ReadError, file);
        }

        return null;
    }

    private static void Fail(PSCmdlet cmdlet, string id, string message, ErrorCategory category, string target) =>
        cmdlet.WriteError(new ErrorRecord(new InvalidDataException(message), id, category, target));
}
