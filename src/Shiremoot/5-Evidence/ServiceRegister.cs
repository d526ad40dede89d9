using Shiremoot.Evidence.Protocols;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>
/// The register of a place's services, <c>services/evaluations.jsonl</c>: what each compares is written in before its outcomes are read, and every result after, null ones too. A place that keeps none
/// has none written. Method: docs/methods/evaluation-protocol.md.
/// </summary>
public static class ServiceRegister
{
    /// <summary>Registers a service as it is now, reading no outcome. Registering it again does nothing.</summary>
    /// <param name="study">The service.</param>
    /// <param name="cohorts">The place's cohorts.</param>
    /// <param name="place">The place's folder.</param>
    /// <param name="clock">Tells the time.</param>
    public static Outcome<ServiceStanding> Register(ServiceStudy study, IReadOnlyList<Cohort> cohorts, string place, TimeProvider clock)
    {
        Cohort? cohort = cohorts.FirstOrDefault(c => c.Id == study.Cohort);
        if (cohort is null) return ServiceRefusals.NoCohort(study.Id, study.Cohort, cohorts.Select(c => c.Id));
        ServiceDefinition now = ServiceDefinition.Of(study, cohort);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathIn(place))!);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return ProtocolRefusals.CannotWrite(PathIn(place), wrong.Message);
        }
        return RegisterFile.With<ServiceStanding>(PathIn(place), log =>
        {
            ProtocolAct[] own = Own(log, study);
            if (!own.Any(e => e.Act == ProtocolAct.Registered && e.Protocol == now.Hash))
            {
                string? before = own.LastOrDefault(e => e.Act == ProtocolAct.Registered)?.Says;
                log.Add(clock, new(ProtocolAct.Registered, study.Id, now.Hash, "", "", now.Written));
                if (own.Any(e => e.Act == ProtocolAct.OutcomesRead))
                    log.Add(clock, new(ProtocolAct.Breach, study.Id, now.Hash, "", "", before is null ? "Registered after its outcomes had been read." : $"Changed after outcomes had been read: {now.ChangedFrom(before)}."));
            }
            return Standing(log, study, now);
        });
    }

    /// <summary>Draws a service; where the place keeps a register, it is written in that outcomes are read, before, and what was found, after.</summary>
    /// <param name="study">The service.</param>
    /// <param name="setting">The people.</param>
    /// <param name="place">The place's folder.</param>
    /// <param name="clock">Tells the time.</param>
    public static Outcome<ServiceEffects> Draw(ServiceStudy study, PeopleSetting setting, string place, TimeProvider clock)
    {
        if (!File.Exists(PathIn(place))) return ServiceEffects.Of(study, setting);
        ServiceDefinition now = ServiceDefinition.Of(study, setting.Cohorts.FirstOrDefault(c => c.Id == study.Cohort));
        string data = ServiceDefinition.Data(setting);
        if (RegisterFile.With<bool>(PathIn(place), log => Open(log, study, now, data, clock)).Refused(out Refusal? why, out _)) return why;
        bool isRefused = ServiceEffects.Of(study, setting).Refused(out Refusal? refused, out ServiceEffects? effects);
        (string Outcome, string Says)[] results = isRefused ? [("", $"refused: {refused!.Code}")] : [.. effects!.Outcomes.Select(o => (o.Outcome.Name, $"{(o.HasHeadline ? $"{o.Verdict}; " : "")}{o.Sentence}"))];
        Outcome<ServiceStanding> closed = RegisterFile.With<ServiceStanding>(PathIn(place), log =>
        {
            // Results of the same definition and the same records are kept once: drawing them again for a page tells nothing new.
            foreach ((string outcome, string says) in results)
                if (!Own(log, study).Any(e => e.Act == ProtocolAct.Result && e.Protocol == now.Hash && e.Data == data && e.Outcome == outcome && e.Says == says)) log.Add(clock, new(ProtocolAct.Result, study.Id, now.Hash, data, outcome, says));
            return Standing(log, study, now);
        });
        if (closed.Refused(out why, out ServiceStanding? standing)) return why;
        return isRefused ? refused! : effects! with { Standing = standing };
    }

    private static Outcome<bool> Open(RegisterFile log, ServiceStudy study, ServiceDefinition now, string data, TimeProvider clock)
    {
        ProtocolAct[] own = Own(log, study);
        bool isChanged = own.Any(e => e.Act == ProtocolAct.Registered) && !own.Any(e => e.Act == ProtocolAct.Registered && e.Protocol == now.Hash);
        if (isChanged && !own.Any(e => e.Act == ProtocolAct.Breach && e.Protocol == now.Hash))
            log.Add(clock, new(ProtocolAct.Breach, study.Id, now.Hash, data, "", $"Changed since it was registered, and outcomes were read: {now.ChangedFrom(own.Last(e => e.Act == ProtocolAct.Registered).Says)}."));
        if (!own.Any(e => e.Act == ProtocolAct.OutcomesRead && e.Protocol == now.Hash && e.Data == data)) log.Add(clock, new(ProtocolAct.OutcomesRead, study.Id, now.Hash, data, "", ""));
        return true;
    }

    private static ServiceStanding Standing(RegisterFile log, ServiceStudy study, ServiceDefinition now)
    {
        ProtocolAct[] own = Own(log, study);
        AuditHead head = log.Head();
        return new(own.FirstOrDefault(e => e.Act == ProtocolAct.Registered && e.Protocol == now.Hash)?.When, [.. own.Where(e => e.Act == ProtocolAct.Breach).Select(e => e.Says).Distinct()], head.Entries, head.Hash);
    }

    private static ProtocolAct[] Own(RegisterFile log, ServiceStudy study) => [.. log.Entries.Where(e => e.Id == study.Id)];

    private static string PathIn(string place) => Path.Combine(place, "services", EvaluationRegister.FileName);
}
