using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>
/// Takes each person of the stories through the model's stages: from one stage that shows to the next by the silent stages between. Where only one way leads there, the choices
/// and the time on it are known; of several, what they share. Where no way leads there a record is missing, and the walk begins anew.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="signs">What its stages show by.</param>
/// <param name="from">The first day of the records.</param>
/// <param name="until">The day after the last.</param>
/// <param name="quietUntil">Whoever is first met on this day or later has their whole history in the records.</param>
internal sealed class StageWalk(SystemModel model, StageSigns signs, int from, int until, int quietUntil)
{
    private const int Nowhere = -1;
    private readonly StageRows rows = new(model.Stages.Count);
    private readonly bool[] isSign = [.. Enumerable.Range(0, model.Kinds.Count).Select(k => signs.Sign.Any(s => s.Kind == k))];
    private int person, birth, sanctions, firstSanction, at, left, lastLeft;
    private sbyte female;
    private short group, after;
    private bool hasHistory;

    /// <summary>What was seen of those walked so far.</summary>
    public StageRows Rows => rows;

    /// <summary>Walks one person.</summary>
    public void Walk(in WalkedPerson walked)
    {
        if (walked.Cases.Count == 0) return;
        rows.People++;
        (person, birth, female) = (walked.Person, walked.Birth, walked.Female);
        hasHistory = walked.FirstContact != Days.Unknown && walked.FirstContact >= quietUntil;
        if (hasHistory) rows.First.Add(new(walked.FirstContact, female));
        Walk(walked.Cases);
    }

    private void Walk(List<StoryCase> cases)
    {
        (sanctions, firstSanction, after, at, left) = (0, 0, -1, Nowhere, 0);
        foreach (StoryCase each in cases)
        {
            Move(new(each.Day, signs.Sign[signs.Offence].Kind, -1, 0), [signs.Offence], each);
            (group, lastLeft) = (each.Group, Days.Unknown);
            List<StoryStep> open = [.. each.Steps.Where(s => isSign[s.Kind])];
            while (open.Count > 0)
            {
                StoryStep next = open.TakeWhile(s => s.Day == open[0].Day).OrderBy(Unlikely).First();
                open.Remove(next);
                int[] reached = Reached(next);
                Move(next, reached, each);
            }
        }
        End();
    }

    // Of what was recorded on one day, what the way the person was on leads to comes first; then in the model's order.
    private int Unlikely(StoryStep step)
    {
        int stage = Enumerable.Range(0, signs.Sign.Length).FirstOrDefault(s => signs.Fits(s, step.Kind, step.Disposal), -1), far = model.Stages.Count;
        return at < 0 || stage < 0 ? far + stage : Ways(step, strict: true).Count > 0 ? stage : far + stage;
    }

    private List<SilentPath> Ways(StoryStep step, bool strict)
    {
        List<SilentPath> fit = [];
        if (at < 0) return fit;
        foreach (SilentPath way in signs.Ways[at])
            if (signs.Fits(way.To, step.Kind, step.Disposal) && (!strict || (way.Timed.Length > 0 ? step.Day >= left : step.Day == left))) fit.Add(way);
        return fit;
    }

    // Stages that the record may show: those some way leads to, or all; of several, those whose sentences are nearest to the one passed.
    private int[] Reached(StoryStep step)
    {
        List<SilentPath> ways = Ways(step, strict: true);
        if (ways.Count == 0) ways = Ways(step, strict: false);
        int[] stages = ways.Count > 0 ? [.. ways.Select(w => w.To).Distinct()] : [.. Enumerable.Range(0, signs.Sign.Length).Where(s => signs.Fits(s, step.Kind, step.Disposal))];
        if (stages.Length < 2 || step.Amount <= 0) return stages;
        double nearest = stages.Min(s => Off(s, step.Amount));
        return [.. stages.Where(s => Off(s, step.Amount) == nearest)];
    }

    private double Off(int stage, int amount) =>
        model.Stages[stage].Sentence is not { Shape: LastingShape.Uniform } length ? 0 : Math.Max(0, Math.Abs(amount + 0.5 - length.Mean) - length.Spread - 0.5);

    private void Move(StoryStep step, int[] reached, StoryCase its)
    {
        bool isNew = reached is [var only] && only == signs.Offence;
        if (at >= 0 && reached.Length == 1)
        {
            List<SilentPath> ways = [.. Ways(step, strict: true).Where(w => w.To == reached[0])];
            if (ways.Count == 0) ways = [.. Ways(step, strict: false).Where(w => w.To == reached[0])];
            if (ways.Count > 0 && (step.Day >= left || at == signs.Offence)) Take(ways, step.Day, isNew, isTimed: !isNew || its.OffenceDay != Days.Unknown);
        }
        Enter(step, reached, its, isNew);
    }

    private void Take(List<SilentPath> ways, int day, bool isNew, bool isTimed)
    {
        SilentPath one = ways[0];
        int shared = Enumerable.Range(0, ways.Min(w => w.Steps.Length)).TakeWhile(i => ways.TrueForAll(w => w.Steps[i] == one.Steps[i])).Count();
        bool passed = false;
        for (int i = 0; i < shared; i++)
        {
            (int stage, int route) = one.Steps[i];
            if (signs.TakesTime(stage)) passed = true;
            else if (passed && one.Timed.Length > 1) break;
            if (model.Stages[stage].Routes.Count < 2) continue;
            Choose(stage, (short)route, passed ? day : left);
            // Whoever has not come back is not seen to have come this far: of them nothing further would be known.
            if (isNew) break;
        }
        if (isTimed && one.Timed.Length == 1 && left != Days.Unknown && ways.TrueForAll(w => w.Timed.Length == 1 && w.Timed[0] == one.Timed[0]))
            rows.Waits[one.Timed[0]].Add(new(person, left, Math.Max(0, day - left), true, IsSure(one)));
    }

    // The stage is entered by whoever is at this one, whatever comes of it.
    private bool IsSure(SilentPath way) => way.Steps.TakeWhile(s => s.Stage != way.Timed[0]).All(s => model.Stages[s.Stage].Routes.Count == 1);

    private void Enter(StoryStep step, int[] reached, StoryCase its, bool isNew)
    {
        if (reached.Length > 0 && reached.All(s => model.Stages[s].IsProof) && sanctions++ == 0) firstSanction = step.Day;
        if (reached.Length > 0 && model.Stages[reached[0]].After is >= 0 and var known && reached.All(s => model.Stages[s].After == known)) after = (short)known;
        at = reached.Length == 1 ? reached[0] : Nowhere;
        left = isNew ? its.OffenceDay : step.Day;
        if (at < 0) return;
        ModelStage stage = model.Stages[at];
        if (stage.Sentence is not null && step.Amount > 0) rows.Sentences[at].Add((person, step.Amount));
        if (signs.Leaving[at] < 0) return;
        int next = its.Steps.Where(s => isSign[s.Kind] && s.Day > step.Day).Select(s => s.Day).DefaultIfEmpty(int.MaxValue).Min();
        int leaves = its.Steps.Where(s => s.Kind == signs.Leaving[at] && s.Day >= step.Day && s.Day <= next && s.Day > lastLeft).Select(s => s.Day).DefaultIfEmpty(Days.Unknown).Min();
        if (leaves == Days.Unknown)
        {
            if (stage.Days is not null) rows.Waits[at].Add(new(person, step.Day, Math.Max(0, until - step.Day), false, true));
            at = Nowhere;
            return;
        }
        left = lastLeft = leaves;
        if (stage.Days is not null) rows.Waits[at].Add(new(person, step.Day, leaves - step.Day, true, true));
        else if (stage.Served > 0 && step.Amount > 0) rows.Served[at].Add((person, leaves - step.Day, step.Amount));
    }

    // Nothing more is recorded: whoever is in a stage for certain still waits there; at a parting of ways nothing is seen to follow.
    private void End()
    {
        if (at < 0 || at == signs.Offence) return;
        for (int stage = at, passed = 0; passed < model.Stages.Count; passed++)
        {
            if (signs.TakesTime(stage))
            {
                if (model.Stages[stage].Days is not null) rows.Waits[stage].Add(new(person, left, Math.Max(0, until - left), false, true));
                return;
            }
            if (model.Stages[stage].Routes.Count > 1)
            {
                Choose(stage, -1, left);
                return;
            }
            stage = model.Stages[stage].Routes[0].To;
            if (stage < 0 || !signs.IsSilent(stage)) return;
        }
    }

    private void Choose(int stage, short route, int day)
    {
        if (day == Days.Unknown || day < from) return;
        rows.Choices[stage].Add(new(person, route, day, birth, female, hasHistory ? (short)Math.Min(sanctions, short.MaxValue) : (short)-1, firstSanction, group, hasHistory ? after : (short)-1));
    }
}
