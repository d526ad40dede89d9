using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>
/// Makes the people who have any contact with a justice agency in the years asked: each from their own streams of chance, so that a person is the same
/// whoever else is made. A career's first day is drawn evenly over all the time from which it could still reach the years; one that does not is drawn again.
/// Careers so drawn are a steady stream seen through a window, as the years of a real place are.
/// </summary>
internal sealed class PeopleMaking
{
    private const double DaysAYear = Traits.DaysAYear, YoungestAge = 10;
    private const uint LifePurpose = 1, PlacePurpose = 2, ContactPurpose = 4;
    private readonly LivesModel model;
    private readonly LifeKernel kernel;
    private readonly ContactKernel contacts;
    private readonly Population population;
    private readonly ulong seed;
    private readonly int from, until;

    /// <param name="model">The model.</param>
    /// <param name="population">Where people live and their ethnicity.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="from">The first day of the years, as a number of <see cref="Days"/>.</param>
    /// <param name="until">The day after the last.</param>
    public PeopleMaking(LivesModel model, Population population, ulong seed, int from, int until)
    {
        (this.model, this.population, this.seed, this.from, this.until) = (model, population, seed, from, until);
        (kernel, contacts) = (new(model), new(model));
    }

    /// <summary>Fills a career with person number <paramref name="person"/>.</summary>
    public void Make(long person, Career career)
    {
        double reachBack = (model.Model.Entry.LastAge - YoungestAge) * DaysAYear;
        for (uint attempt = 0; ; attempt++)
        {
            Chance stream = new(seed, (ulong)person, (attempt << 8) | LifePurpose);
            double onset = from - reachBack + (stream.Share() * (reachBack + (until - from)));
            kernel.Live(career, stream, onset, until);
            if (IsSeen(career)) break;
        }
        Chance place = new(seed, (ulong)person, PlacePurpose), beside = new(seed, (ulong)person, ContactPurpose);
        career.Life.Person = person;
        population.Place(career, ref place);
        contacts.Add(career, from, until, ref beside);
        career.Life.Order();
    }

    /// <summary>Whether any contact with a justice agency falls in the years.</summary>
    public bool IsSeen(Career career)
    {
        foreach (int day in career.Contacts.All)
            if (day >= from && day < until) return true;
        return false;
    }

    /// <summary>The same of a life alone, as it stands.</summary>
    public bool IsSeen(Life life)
    {
        foreach (ref readonly LifeEvent e in life.Events)
            if (e.Case >= 0 && model.IsContact[e.Kind] && e.Day >= from && e.Day < until) return true;
        return false;
    }
}
