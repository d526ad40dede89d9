using System.Xml;
using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using ReadingRefusals = Shiremoot.Intake.Reading.Refusals;

namespace Shiremoot.Intake;

/// <summary>
/// The events of a log in XES (IEEE 1849-2016), plain or in a .gz, one at a time and front to back. Nothing in it is resolved, document types are refused, and depth and length are bounded.
/// </summary>
sealed class XesReader : IDisposable
{
    private const int MostDepth = 64;
    private const long LongestTag = 1 << 20;
    private readonly SourceFile file;
    private readonly ByteSource source;
    private readonly XmlBytes bytes;
    private readonly XmlReader xml;
    private readonly string caseKey, activityKey, timeKey;
    private readonly TextPiece key = new(), ofCase = new(), activity = new(), time = new();
    private int traceDepth = -1, eventDepth = -1;
    private bool isOpen;

    private XesReader(SourceFile file, ByteSource source, string caseKey, string activityKey, string timeKey)
    {
        (this.file, this.source, this.caseKey, this.activityKey, this.timeKey) = (file, source, caseKey, activityKey, timeKey);
        bytes = new XmlBytes(source, LongestTag);
        xml = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = true });
    }

    /// <summary>The name of the trace the event is of; empty if the trace has none.</summary>
    public ReadOnlySpan<byte> Case => ofCase.Utf8;

    public ReadOnlySpan<byte> Activity => activity.Utf8;

    public ReadOnlySpan<byte> Time => time.Utf8;

    /// <summary>The line on which the event begins.</summary>
    public long Line { get; private set; }

    /// <summary>After <see cref="Read"/> has returned false: why the whole file must be refused; null if it was read to an honest end.</summary>
    public Refusal? Stopped { get; private set; }

    public long BytesRead => source.Used;

    public long BytesTotal => file.Length;

    /// <summary>True if what a file holds, perhaps packed, begins as XML.</summary>
    public static bool Fits(string path)
    {
        if (SourceFile.Open(path).Refused(out _, out SourceFile? file)) return false;
        using (file)
        {
            using ByteSource source = Bytes(file);
            byte[] piece = new byte[1024];
            ReadOnlySpan<byte> start = piece.AsSpan(0, source.Fill(piece));
            if (start.StartsWith("\uFEFF"u8)) start = start[3..];
            if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<', 0]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, (byte)'<'])) return true;
            start = start.TrimStart(" \t\r\n"u8);
            return start.StartsWith("<?xml"u8) || start.StartsWith("<log"u8) || start.StartsWith("<!"u8);
        }
    }

    /// <param name="path">The file.</param>
    /// <param name="caseKey">The key of the attribute that names a trace.</param>
    /// <param name="activityKey">The key that names an event's activity.</param>
    /// <param name="timeKey">The key of its time.</param>
    public static Outcome<XesReader> Open(string path, string caseKey, string activityKey, string timeKey) =>
        SourceFile.Open(path).Then<XesReader>(file => new XesReader(file, Bytes(file), caseKey, activityKey, timeKey));

    /// <summary>Goes to the next event; false at the end, or when the file must be refused.</summary>
    public bool Read()
    {
        if (Stopped is not null) return false;
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > MostDepth) return Stop(ReadingRefusals.HostileEventLog(file.Name, $"its elements nest more than {MostDepth} deep"));
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == traceDepth) traceDepth = -1;
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == eventDepth) return Ended();
                if (xml.NodeType == XmlNodeType.Element && Begun()) return Ended();
            }
            return Stop(source.Fault ?? (bytes.IsTooLong ? TooLong() : !isOpen ? ReadingRefusals.NotAnEventLog(file.Name, "it holds nothing") : file.HasChanged ? ReadingRefusals.Changed(file.Name) : null));
        }
        catch (XmlException wrong)
        {
            return Stop(source.Fault ?? (bytes.IsTooLong ? TooLong() : bytes.HasDocumentType ? ReadingRefusals.HostileEventLog(file.Name, "it has a document type")
                : ReadingRefusals.NotAnEventLog(file.Name, wrong.LineNumber > 0 ? $"its XML breaks off or is not well formed on line {wrong.LineNumber:N0}" : "its XML is not well formed")));
        }
    }

    public void Dispose()
    {
        xml.Dispose();
        file.Dispose();
    }

    private static ByteSource Bytes(SourceFile file) =>
        ContentKind.IsGzip(file.Bytes(0, 2)) ? new GzipBytes(file, UnpackLimit.Of(file, file.Length, new FileFormat())) : new FileBytes(file, 0, file.Length);

    private Refusal TooLong() => ReadingRefusals.HostileEventLog(file.Name, $"a tag or text in it is longer than {LongestTag:N0} bytes");

    private bool Stop(Refusal? why)
    {
        Stopped = why;
        return false;
    }

    private bool Ended()
    {
        eventDepth = -1;
        return true;
    }

    // True if the element is an event without anything in it.
    private bool Begun()
    {
        int depth = xml.Depth;
        if (!isOpen)
        {
            isOpen = true;
            if (xml.LocalName != "log") throw new XmlException("The root is not a log.", null, 1, 1);
        }
        else if (traceDepth < 0 && depth == 1 && xml.LocalName == "trace")
        {
            ofCase.Clear();
            traceDepth = xml.IsEmptyElement ? -1 : depth;
        }
        else if (traceDepth >= 0 && eventDepth < 0 && depth == traceDepth + 1)
        {
            if (xml.LocalName == "event")
            {
                activity.Clear();
                time.Clear();
                Line = ((IXmlLineInfo)xml).LineNumber;
                eventDepth = depth;
                return xml.IsEmptyElement;
            }
            Attribute(caseKey, ofCase, null, null);
        }
        else if (eventDepth >= 0 && depth == eventDepth + 1)
        {
            Attribute(activityKey, activity, timeKey, time);
        }
        return false;
    }

    // <string key="concept:name" value="Send Fine"/>
    private void Attribute(string wanted, TextPiece into, string? also, TextPiece? intoAlso)
    {
        if (!xml.MoveToAttribute("key")) return;
        key.Take(xml);
        TextPiece? to = key.Chars.SequenceEqual(wanted) ? into : also is not null && key.Chars.SequenceEqual(also) ? intoAlso : null;
        if (to is not null && xml.MoveToAttribute("value"))
        {
            to.Take(xml);
            to.Encode();
        }
        xml.MoveToElement();
    }
}
