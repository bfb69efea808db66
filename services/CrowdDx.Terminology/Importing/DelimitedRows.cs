using System.Text;

namespace CrowdDx.Terminology.Importing;

/// <summary>A row and the line on which it starts.</summary>
internal sealed record DelimitedRow(int Line, IReadOnlyList<string> Fields, bool IsOpen);

/// <summary>Reads rows of separated values (RFC 4180): fields in double quotes may hold separators, line ends and doubled quotes.</summary>
internal static class DelimitedRows
{
    public static IEnumerable<DelimitedRow> Read(TextReader reader, char separator)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var start = line;
            var fields = new List<string>();
            var field = new StringBuilder();
            var quoted = false;
            while (true)
            {
                quoted = ReadLine(text, separator, fields, field, quoted);
                if (!quoted || reader.ReadLine() is not { } next)
                    break;
                field.Append('\n');
                text = next;
                line++;
            }

            fields.Add(field.ToString().Trim());
            yield return new(start, fields, quoted);
        }
    }

    /// <summary>Reads one line into the fields. True if it ends within quotes.</summary>
    private static bool ReadLine(string text, char separator, List<string> fields, StringBuilder field, bool quoted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        return quoted;
    }
}
