using System.Globalization;
using System.Security.Cryptography;
using Shiremoot.Evidence.Protocols;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>How a result stands to what was said before.</summary>
/// <param name="Id">Of the protocol.</param>
/// <param name="Title">Of the protocol.</param>
/// <param name="Hash">SHA-256 of the protocol's file.</param>
/// <param name="Registered">When this very protocol was registered, to the second, UTC.</param>
/// <param name="Breaches">What was not as it should be, for good: a protocol changed, or registered after outcomes were read. Empty if none.</param>
/// <param name="Register">The register's file.</param>
/// <param name="Entries">Entries in it.</param>
/// <param name="Head">Hash of its last entry: keep it elsewhere, and a register written afresh shows.</param>
public sealed record ProtocolStanding(string Id, string Title, string Hash, string Registered, IReadOnlyList<string> Breaches, string Register, long Entries, string Head);

/// <summary>
/// The register beside a protocol: a line an act, each sealed to the one before, never taken out. A protocol is written in before outcomes are read, and every result after, null ones too.
/// Method: docs/methods/evaluation-protocol.md.
/// </summary>
public static class EvaluationRegister
{
    /// <summary>The register's file, beside the protocol.</summary>
    public const string FileName = "evaluations.jsonl";

    /// <summary>Registers the protocol, reads the file, evaluates, and writes the result in the register.</summary>
    public static Outcome<EvaluationResult> Evaluate(string path, EvaluationProtocol protocol, TimeProvider clock, EvaluationQuestion? asked = null)
    {
        EvaluationQuestion question = asked ?? protocol.Question;
        string register = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(protocol.Path))!, FileName);
        if (!File.Exists(path)) return Evaluation.Of(path, question); // which says what is wrong, before anything is registered
        if (DataHash(path).Refused(out Refusal? why, out string? data)) return why;
        if (RegisterFile.With(register, log => Open(log, protocol, data, clock)).Refused(out why, out IReadOnlyList<string>? breaches)) return why;
        Outcome<EvaluationResult> outcome = Evaluation.Of(path, question);
        bool isRefused = outcome.Refused(out Refusal? refused, out EvaluationResult? result);
        if (RegisterFile.With(register, log => Close(log, protocol, data, clock, refused, result, breaches)).Refused(out why, out ProtocolStanding? standing)) return why;
        return isRefused ? refused! : result! with { Protocol = standing, Notes = [.. breaches, .. result!.Notes] };
    }

    private static Outcome<IReadOnlyList<string>> Open(RegisterFile log, EvaluationProtocol protocol, string data, TimeProvider clock)
    {
        ProtocolAct[] own = [.. log.Entries.Where(e => e.Id == protocol.Id)];
        bool isKnown = own.Any(e => e.Act == ProtocolAct.Registered && e.Protocol == protocol.Hash);
        if (!isKnown)
        {
            bool wasRead = own.Any(e => e.Act == ProtocolAct.OutcomesRead);
            bool dataWereRead = log.Entries.Any(e => e.Act == ProtocolAct.OutcomesRead && e.Data == data && e.Outcome == protocol.Question.Outcome && e.Id != protocol.Id);
            log.Add(clock, new(ProtocolAct.Registered, protocol.Id, protocol.Hash, "", protocol.Question.Outcome, protocol.Title));
            if (wasRead) log.Add(clock, new(ProtocolAct.Breach, protocol.Id, protocol.Hash, data, protocol.Question.Outcome, "The protocol was changed after outcomes had been read."));
            else if (dataWereRead) log.Add(clock, new(ProtocolAct.Breach, protocol.Id, protocol.Hash, data, protocol.Question.Outcome, "The protocol was registered after these outcomes had been read under another."));
        }
        log.Add(clock, new(ProtocolAct.OutcomesRead, protocol.Id, protocol.Hash, data, protocol.Question.Outcome, ""));
        return Outcome.Of<IReadOnlyList<string>>([.. log.Entries.Where(e => e.Id == protocol.Id && e.Act == ProtocolAct.Breach).Select(e => e.Says).Distinct()]);
    }

    private static Outcome<ProtocolStanding> Close(RegisterFile log, EvaluationProtocol protocol, string data, TimeProvider clock, Refusal? refused, EvaluationResult? result, IReadOnlyList<string> breaches)
    {
        string says = refused is not null ? $"refused: {refused.Code}" : Says(result!);
        log.Add(clock, new(ProtocolAct.Result, protocol.Id, protocol.Hash, data, protocol.Question.Outcome, says));
        ProtocolAct registered = log.Entries.First(e => e.Act == ProtocolAct.Registered && e.Id == protocol.Id && e.Protocol == protocol.Hash);
        AuditHead head = log.Head();
        return new ProtocolStanding(protocol.Id, protocol.Title, protocol.Hash, registered.When, breaches, log.Path, head.Entries, head.Hash);
    }

    private static string Says(EvaluationResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{EvaluationWords.Verdict(result)}; {result.Effect.Value:R} ({result.Effect.Lower:R} to {result.Effect.Upper:R}) by {result.Effect.Way}{(result.HasHeadline ? "" : "; headline withheld")}");

    private static Outcome<string> DataHash(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return ProtocolRefusals.CannotRead(Path.GetFileName(path), wrong.Message);
        }
    }
}
