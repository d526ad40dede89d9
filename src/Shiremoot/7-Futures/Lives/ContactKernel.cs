using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>Contacts beside the cases: for each kind a Poisson stream over the days of the years at which the person is of the age for it. They hang on what is lasting in the person and on age, not on the cases.</summary>
internal sealed class ContactKernel(LivesModel model)
{
    private const double DaysAYear = Traits.DaysAYear;
    private readonly ModelContact[] kinds = [.. model.Model.Contacts];
    private readonly OddsProduct[] odds = [.. model.Model.Contacts.Select(c => new OddsProduct(c.Odds))];

    /// <summary>Adds the contacts of a person between two days.</summary>
    public void Add(Career career, int from, int until, ref Chance chance)
    {
        Life life = career.Life;
        Traits lasting = new() { Birth = life.BirthDay, Frailty = career.Frailty, Vulnerability = career.Vulnerability, Is = PersonRules.IsAlways(life.IsFemale, life.Needs) };
        int halfway = (from + until) / 2;
        ulong isSo = lasting.IsAt(halfway);
        Sized sized = new(lasting, halfway);
        for (int i = 0; i < kinds.Length; i++)
        {
            ModelContact kind = kinds[i];
            if (kind.Need >= 0 && (life.Needs >> kind.Need & 1) == 0) continue;
            double first = Math.Max(from, life.BirthDay + (kind.FromAge * DaysAYear)), last = Math.Min(until, life.BirthDay + (kind.UntilAge * DaysAYear));
            if (last <= first) continue;
            double gap = DaysAYear / (kind.PerYear * odds[i].Of(isSo, sized));
            for (double day = first + (gap * chance.Exponential()); day < last;)
            {
                int begins = (int)Math.Floor(day), ends = kind.Lasts is { } lasts ? begins + Math.Max(1, (int)lasts.Draw(ref chance)) : begins;
                life.Add(new((short)kind.Kind, -1, -1, -1, begins, ends, 0));
                // The next of a kind that lasts comes after this one has ended: nobody is in care twice at once.
                day = Math.Max(day, ends) + (gap * chance.Exponential());
            }
        }
    }
}
