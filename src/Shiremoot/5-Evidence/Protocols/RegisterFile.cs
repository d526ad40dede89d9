using System.Text;
using System.Text.Json;
using NodaTime.Extensions;
using NodaTime.Text;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence.Protocols;

/// <summary>One act of the register.</summary>
/// <param name="Act">registered, outcomes-read, breach or result.</param>
/// <param name="Id">Of the evaluation.</param>
/// <param name="Protocol">SHA-256 of the protocol.</param>
/// <param name="Data">SHA-256 of the file of people; empty where none was read.</param>
/// <param name="Outcome">The outcome's column.</param>
/// <param name="Says">In words; of a result, the effect with its limits.</param>
sealed record ProtocolAct(string Act, string Id, string Protocol, string Data, string Outcome, string Says)
{
    public const string Registered = "registered", OutcomesRead = "outcomes-read", Breach = "breach", Result = "result";

    [System.Text.Json.Serialization.JsonIgnore]
    public string When { get; init; } = "";
}

/// <summary>The register while it is held: nobody else writes, and only lines at the end are added. Sealed as the audit log is.</summary>
sealed class RegisterFile
{
    private const string Purpose = "evaluation";
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);
    private readonly FileStream file;
    private readonly List<ProtocolAct> entries = [];
    private string? lastLine;

    private RegisterFile(FileStream file) => this.file = file;

    public IReadOnlyList<ProtocolAct> Entries => entries;

    public string Path => file.Name;

    /// <summary>Opens the register, or begins it, sees that it is as it was sealed, does the work, and lets it go.</summary>
    public static Outcome<T> With<T>(string path, Func<RegisterFile, Outcome<T>> work)
    {
        try
        {
            using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            RegisterFile register = new(file);
            return register.Read() is { } wrong ? wrong : work(register);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return ProtocolRefusals.CannotWrite(path, wrong.Message);
        }
    }

    /// <summary>Seals an act to the end of the register, and sees it on the disk.</summary>
    public void Add(TimeProvider clock, ProtocolAct entry)
    {
        string line = AuditLog.Seal(lastLine, new(clock.GetUtcNow().ToInstant(), Environment.UserName, Purpose, entry.Act, JsonSerializer.Serialize(entry), null));
        file.Seek(0, SeekOrigin.End);
        file.Write(Plain.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
        Keep(line);
    }

    public AuditHead Head() => AuditLog.Head(lastLine!);

    private Refusal? Read()
    {
        using StreamReader reader = new(file, Plain, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        string text = reader.ReadToEnd();
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AuditVerdict verdict = AuditLog.Verify(lines);
        if (!verdict.Holds || (text.Length > 0 && !text.EndsWith('\n'))) return ProtocolRefusals.RegisterBroken(System.IO.Path.GetFileName(Path), verdict.FirstBad ?? lines.Length, verdict.Says);
        foreach (string line in lines) Keep(line);
        return null;
    }

    private void Keep(string line)
    {
        AuditEntry sealedEntry = AuditLog.Entry(line);
        entries.Add(JsonSerializer.Deserialize<ProtocolAct>(sealedEntry.Subject)! with { When = InstantPattern.General.Format(sealedEntry.When) });
        lastLine = line;
    }
}
