using Shiremoot.Terms;
namespace Shiremoot.Intake.Reading;
public sealed record FileFormat { public string Kind {get;init;}="auto"; public string Delimiter {get;init;}="auto"; public string Encoding {get;init;}="auto"; public int HeaderRows {get;init;}=1; public string? Sheet {get;init;} public string? Entry{get;init;} public int SkipRows{get;init;} public string? Trailer{get;init;} }
public sealed record RowFault(string Reason, string Hint, long Line);
public static class TableReading { public static Outcome<TableReader> Open(string path, FileFormat format) => throw new NotImplementedException(); }
public sealed class TableReader : IDisposable { public IReadOnlyList<string> Headers => []; public IReadOnlyList<string> Notes=>[]; public bool Read()=>false; public long Line=>0; public int FieldCount=>0; public ReadOnlySpan<byte> Field(int i)=>default; public ReadOnlySpan<byte> Raw=>default; public bool IsBad=>false; public RowFault Fault=>null!; public Refusal? Stopped=>null; public string ContentHash=>""; public long BytesRead=>0; public long? BytesTotal=>0; public void Dispose(){} }
public sealed record FileSnapshot(string Name, string Hash) { public static FileSnapshot Of(string path)=>null!; public bool HasChanged()=>false; }
