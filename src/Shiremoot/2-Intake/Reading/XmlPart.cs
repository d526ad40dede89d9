using System.Xml;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>One XML part of a workbook, read front to back with nothing resolved and every limit kept.</summary>
internal sealed class XmlPart : IDisposable
{
    private const long MostBytes = 256 << 20;
    private readonly string file;
    private readonly ZipBytes source;
    private readonly XmlBytes bytes;

    public XmlPart(SourceFile file, ZipEntry entry, FileFormat format, long longest)
    {
        this.file = file.Name;
        source = new ZipBytes(file, entry, format);
        bytes = new XmlBytes(source, longest);
        Reader = XmlReader.Create(bytes, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    public XmlReader Reader { get; }

    public long Used => source.Used;

    /// <summary>Why the part ended, or reading it threw.</summary>
    public Refusal? Fault =>
        source.Fault ?? (bytes.HasDocumentType ? Refusals.DocumentType(file) : bytes.IsTooLong ? Refusals.BadWorkbook(file, "a cell is longer than the longest row allowed") : null);

    /// <summary>Reads a whole small part.</summary>
    public static Outcome<T> Read<T>(SourceFile file, ZipEntry entry, FileFormat format, Func<XmlReader, Outcome<T>> read)
    {
        using XmlPart part = new(file, entry, format with { MaxUnpackedBytes = Math.Min(format.MaxUnpackedBytes, MostBytes) }, format.MaxRowBytes);
        try
        {
            Outcome<T> result = read(part.Reader);
            while (part.Reader.Read())
            {
                // To the end, for only there are length and checksum known.
            }

            return part.Fault is { } fault ? fault : result;
        }
        catch (XmlException)
        {
            return part.Fault ?? Refusals.BadWorkbook(file.Name, "one of its parts is not well-formed XML");
        }
    }

    public void Dispose() => Reader.Dispose();
}
