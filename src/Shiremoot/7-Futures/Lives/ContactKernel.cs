using System.Numerics;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>Contacts beside the cases: for each kind a Poisson stream over the days of the years at which the person is of the age for it.</summary>
internal sealed class ContactKernel(LivesModel model)
{
    private const double DaysAYear = 365.25;
    private readonly double[] x = new double[model.Model.Covariates.Count];

    /// <summary>Adds the contacts of a person between two days.</summary>
    public void Add(Career career, int from, int until, ref Chance chance)
    {
        Know(career, (from + until) / 2);
        IReadOnlyList<ModelContact> kinds = model.Model.Contacts;
        for (int i = 0; i < kinds.Count; i++)
        {
            ModelContact kind = kinds[i];
            if (kind.Need >= 0 && (career.Life.Needs >> kind.Need & 1) == 0) continue;
            double first = Math.Max(from, career.Life.BirthDay + (kind.FromAge * DaysAYear)), last = Math.Min(until, career.Life.BirthDay + (kind.UntilAge * DaysAYear));
            if (last <= first) continue;
            double log = 0;
            for (int t = 0; t < kind.Odds.Count; t++) log += kind.Odds[t].LogOdds * x[kind.Odds[t].Covariate];
            double gap = DaysAYear / (kind.PerYear * Math.Exp(log));
            for (double day = first + (gap * chance.Exponential()); day < last;)
            {
                int begins = (int)Math.Floor(day), ends = kind.Lasts is { } lasts ? begins + Math.Max(1, (int)lasts.Draw(ref chance)) : begins;
                career.Life.Add(new((short)kind.Kind, -1, -1, -1, begins, ends, 0));
                // The next of a kind that lasts comes after this one has ended: nobody is in care twice at once.
                day = Math.Max(day, ends) + (gap * chance.Exponential());
            }
        }
    }

    private void Know(Career career, int day)
    {
        Array.Clear(x);
        double age = (day - career.Life.BirthDay) / DaysAYear;
        x[Covariates.Child] = age < 18 ? 1 : 0;
        x[Covariates.YoungAdult] = age is >= 18 and < 21 ? 1 : 0;
        x[Covariates.AgeDecades] = Math.Max(0, age - 18) / 10;
        x[Covariates.Female] = career.Life.IsFemale ? 1 : 0;
        x[Covariates.Frailty] = career.Frailty;
        x[Covariates.Vulnerability] = career.Vulnerability;
        for (uint needs = career.Life.Needs; needs != 0; needs &= needs - 1) x[model.FirstNeed + BitOperations.TrailingZeroCount(needs)] = 1;
    }
}
