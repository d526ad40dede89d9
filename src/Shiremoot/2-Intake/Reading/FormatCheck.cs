using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>What a feed file may say about the form of its extract.</summary>
internal static class FormatCheck
{
    public static Refusal? Of(FileFormat format)
    {
        if (format.Kind is not ("auto" or "csv" or "xlsx")) return Refusals.Format("kind", "must be auto, csv or xlsx");
        if (format.Delimiter is not ("auto" or "," or ";" or "\t" or "|")) return Refusals.Format("delimiter", "must be auto or one of comma, semicolon, tab, vertical bar");
        if (format.Encoding is not ("auto" or "utf-8" or "utf-16" or "windows-1252")) return Refusals.Format("encoding", "must be auto, utf-8, utf-16 or windows-1252");
        if (format.Quotes is not ("rfc4180" or "none")) return Refusals.Format("quotes", "must be rfc4180 or none");
        if (format.Headers is not ("strict" or "lenient")) return Refusals.Format("headers", "must be strict or lenient");
        if (format.HeaderRows is < 0 or > 20) return Refusals.Format("header-rows", "must be from 0 to 20");
        if (format.SkipRows is < 0 or > 10_000) return Refusals.Format("skip-rows", "must be from 0 to 10,000");
        if (format.MaxRowBytes is < 16 or > 1 << 28) return Refusals.Format("max-row-bytes", "must be from 16 bytes to 256 MB");
        if (format.MaxColumns is < 1 or > 100_000) return Refusals.Format("max-columns", "must be from 1 to 100,000");
        if (format.MaxUnpackedBytes < 1 || !(format.MaxRatio >= 1)) return Refusals.Format("max-ratio", "and 'max-unpacked-bytes' must be at least 1");
        if (format.Trailer is not null && !Trailer.IsSound(format.Trailer)) return Refusals.Format("trailer", "must be a regular expression with a group (?<rows>...)");
        return null;
    }
}
