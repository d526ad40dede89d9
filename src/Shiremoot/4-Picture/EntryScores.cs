using Shiremoot.Picture.Reoffending;
using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What a score expects after each entry, from the person's story alone. One person's share is in no answer: only sums over groups leave the room.</summary>
/// <param name="Share">The expected share, 0 to 1; not a number where the entry has no score.</param>
/// <param name="WhyNot">Why an entry has no score; null where it has one.</param>
sealed record EntryScores(double[] Share, string?[] WhyNot)
{
    /// <summary>Works out the score of every entry.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="sanctions">The sanctions up to each.</param>
    /// <param name="model">A score that asks for no needs.</param>
    /// <param name="years">Its horizon, 1 or 2.</param>
    /// <param name="setting">The stories and the offences.</param>
    public static EntryScores Of(EntryList entries, EntrySanctions sanctions, ScoreModel model, int years, PeopleSetting setting)
    {
        Stories stories = setting.Stories;
        StoryColumn offence = stories.OfEvents.First(c => c.Name == "offence"), sex = stories.OfPeople.First(c => c.Name == "sex");
        int[] births = stories.OfPeople.First(c => c.Name == "birth_date").Days, sexes = sex.Codes, code = new int[1];
        (int female, int male) = (Array.IndexOf(sex.Words, "female"), Array.IndexOf(sex.Words, "male"));
        OffenceWeight?[] weights = new OffenceWeight?[offence.Words.Length];
        EntryScores made = new(new double[entries.Count], new string?[entries.Count]);
        for (int n = 0; n < entries.Count; n++)
        {
            int p = entries.Person[n];
            made.Share[n] = double.NaN;
            made.WhyNot[n] = WhyNot(p, n);
            if (made.WhyNot[n] is not null) continue;
            OffenceWeight weight = Weight(n);
            ScoreCase one = new(sexes[p] == female, Days.WholeYears(births[p], entries.Day[n]), Days.WholeYears(births[p], sanctions.Last[n]), Days.WholeYears(births[p], sanctions.First[n]), sanctions.Count[n], 0, weight.Weight);
            made.WhyNot[n] = weight.WhyNot ?? model.Form.WhyNot(one);
            if (made.WhyNot[n] is not null) continue;
            ScoreValue value = model.Form.Of(one, []);
            made.Share[n] = years == 1 ? value.OneYear : value.TwoYears;
        }
        return made;

        string? WhyNot(int p, int n) =>
            sexes[p] < 0 || (sexes[p] != female && sexes[p] != male) ? "the sex is not known, or is one the score has no numbers for"
            : births[p] == Days.Unknown ? "the date of birth is not known"
            : sanctions.Count[n] == 0 ? "there is no caution or conviction up to the entry"
            : births[p] > sanctions.First[n] ? "the first caution or conviction lies before birth"
            : null;

        // What the entry event says of the offence, or else the sanction it rests on.
        OffenceWeight Weight(int n)
        {
            offence.CodeCells.Read(entries.Event[n], code);
            if (code[0] < 0) offence.CodeCells.Read(sanctions.Event[n], code);
            if (code[0] < 0) return new(0, "the offence is not known");
            return weights[code[0]] ??= setting.Offence(offence.Words[code[0]]) is { } known ? model.Form.WeightOf(known) : new(0, "the offence code is none of the vocabulary");
        }
    }
}
