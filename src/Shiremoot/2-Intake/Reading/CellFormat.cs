namespace Shiremoot.Intake.Reading;

/// <summary>What a number in a sheet means, by the format it is shown in (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal enum CellFormat
{
    Number,
    Date,
    DateAndTime,
    TimeOfDay,

    /// <summary>Hours that may pass 24: [h]:mm.</summary>
    Elapsed,
}

internal static class CellFormats
{
    /// <summary>The format built in under this number; those of East Asian editions are dates too.</summary>
    public static CellFormat BuiltIn(int id) => id switch
    {
        (>= 14 and <= 17) or (>= 27 and <= 31) or (>= 50 and <= 58) or 36 => CellFormat.Date,
        22 => CellFormat.DateAndTime,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 => CellFormat.TimeOfDay,
        46 => CellFormat.Elapsed,
        _ => CellFormat.Number,
    };

    /// <summary>Reads a format code such as dd/mm/yyyy hh:mm. Only its first section, for positive numbers, counts.</summary>
    public static CellFormat Read(string code)
    {
        bool date = false, time = false, month = false, elapsed = false;
        for (int at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    int close = code.IndexOf('"', at + 1);
                    at = close < 0 ? code.Length : close;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    int end = code.IndexOf(']', at + 1);
                    if (end < 0) return CellFormat.Number;
                    elapsed |= code[(at + 1)..end].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0 && end > at + 1;
                    at = end;
                    break;
                case 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'y' or 'd':
                    date = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case '0' or '#' or '?' when !date && !time && !month && !elapsed:
                    return CellFormat.Number;
            }
        }

        if (elapsed) return CellFormat.Elapsed;
        date |= month && !time;
        return (date, time) switch { (true, true) => CellFormat.DateAndTime, (true, false) => CellFormat.Date, (false, true) => CellFormat.TimeOfDay, _ => CellFormat.Number };
    }
}
