using Shiremoot.Terms;

namespace Shiremoot.Futures.Mistakes;

/// <summary>What agencies write down of a person, with the mistakes they make at their rates. New text is made only where there is a mistake.</summary>
sealed class Registering
{
    private static readonly int FirstOf1900 = Days.Number(new NodaTime.LocalDate(1900, 1, 1));

    private readonly MistakeRates rates;
    private readonly Sounds sounds;
    private readonly int ethnicities;

    /// <param name="rates">How often each agency makes each mistake.</param>
    /// <param name="sounds">How names are misheard.</param>
    /// <param name="ethnicities">How many ethnicities the population has.</param>
    public Registering(MistakeRates rates, Sounds sounds, int ethnicities) => (this.rates, this.sounds, this.ethnicities) = (rates, sounds, ethnicities);

    /// <summary>How many references a person has at an agency: one, sometimes two, seldom three.</summary>
    public int References(int agency, ref Chance chance)
    {
        double second = rates[agency, Rate.SecondReference];
        return !chance.Happens(second) ? 1 : chance.Happens(second) ? 3 : 2;
    }

    /// <summary>Writes down a person under one reference of an agency.</summary>
    /// <param name="who">The person.</param>
    /// <param name="another">Any other person of the run, whose numbers may be written for theirs.</param>
    /// <param name="life">The person's life.</param>
    /// <param name="agency">The agency's place in the order of the rates.</param>
    /// <param name="registration">0 for the first reference at the agency.</param>
    /// <param name="day">The day of writing.</param>
    /// <param name="chance">The stream of this person, agency and reference.</param>
    /// <param name="written">What is written.</param>
    /// <returns>The mistakes made.</returns>
    public MadeMistakes Write(Identity who, Identity another, Life life, int agency, int registration, int day, ref Chance chance, ref WrittenPerson written)
    {
        Pen pen = new(rates.Of(agency), registration > 0 ? rates.SecondReferenceTimes(agency) : 1);
        WriteNames(who, day, ref pen, ref chance, ref written);
        WriteBirthDay(life.BirthDay, day, ref pen, ref chance, ref written);
        WriteHome(who, day, ref pen, ref chance, ref written);
        written.Sex = pen.Makes(Rate.MissingSex, ref chance) ? -1 : life.IsFemale == pen.Makes(Rate.WrongSex, ref chance) ? 0 : 1;
        written.Ethnicity = pen.Makes(Rate.MissingEthnicity, ref chance) ? -1 : WriteEthnicity(life.Ethnicity, ref pen, ref chance);
        WriteIdentifiers(who, another, ref pen, ref chance, ref written);
        return pen.Made;
    }

    private void WriteNames(Identity who, int day, ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        (written.Forename, written.MiddleName, written.AliasForename, written.AliasSurname) = (who.Forename, who.MiddleName, who.AliasForename, who.AliasSurname);
        ChooseSurname(who, day, ref pen, ref chance, ref written);
        if (who.AliasForename.Length > 0 && pen.Slips(Rate.Alias, ref chance))
        {
            (written.AliasForename, written.AliasSurname) = (written.Forename, written.Surname);
            (written.Forename, written.Surname) = (who.AliasForename, who.AliasSurname);
        }
        else if (who.KnownAs.Length > 0 && pen.Slips(Rate.Nickname, ref chance))
        {
            if (written.AliasForename.Length == 0) (written.AliasForename, written.AliasSurname) = (written.Forename, written.Surname);
            written.Forename = who.KnownAs;
        }

        if (written.AliasForename.Length > 0 && !pen.Makes(Rate.AliasNoted, ref chance)) (written.AliasForename, written.AliasSurname) = ("", "");
        WriteMiddleName(ref pen, ref chance, ref written);
        Misspell(ref pen, ref chance, ref written);
        if (written.Forename != written.Surname && pen.Slips(Rate.SwappedNames, ref chance)) (written.Forename, written.Surname) = (written.Surname, written.Forename);
    }

    // Of two surnames the one that holds on the day, or by mistake the other. The one not written may be noted, once she has borne it, unless a false name stands there.
    private static void ChooseSurname(Identity who, int day, ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        written.Surname = who.Surname;
        if (who.MarriedSurname.Length == 0) return;
        bool isMarried = who.MarriedOn <= day, isWrong = pen.Slips(Rate.MaidenOrMarriedName, ref chance);
        (written.Surname, string other) = isMarried != isWrong ? (who.MarriedSurname, who.Surname) : (who.Surname, who.MarriedSurname);
        if ((isMarried || isWrong) && who.AliasForename.Length == 0) (written.AliasForename, written.AliasSurname) = (who.Forename, other);
    }

    private static void WriteMiddleName(ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        if (written.MiddleName.Length == 0) return;
        if (pen.Makes(Rate.MissingMiddleName, ref chance))
        {
            written.MiddleName = "";
            return;
        }

        int gap = written.MiddleName.IndexOf(' ');
        if (gap > 0 && pen.Makes(Rate.MiddleNamePart, ref chance)) written.MiddleName = chance.Happens(0.5) ? written.MiddleName[..gap] : written.MiddleName[(gap + 1)..];
        if (pen.Makes(Rate.MiddleNameTyping, ref chance)) written.MiddleName = Slips.Typed(written.MiddleName, ref chance);
        if (written.MiddleName != written.Forename && pen.Slips(Rate.FirstNameMiddleNameMixed, ref chance)) (written.Forename, written.MiddleName) = (written.MiddleName, written.Forename);
    }

    private void Misspell(ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        if (pen.Slips(Rate.Hearing, ref chance) && !Misspell(ref written, heard: true, ref chance)) pen.Unmake(Rate.Hearing);
        if (pen.Slips(Rate.Typing, ref chance) && !Misspell(ref written, heard: false, ref chance)) pen.Unmake(Rate.Typing);
    }

    // Forename or surname by their lengths: a letter is as likely to go wrong in one as in the other.
    private bool Misspell(ref WrittenPerson written, bool heard, ref Chance chance)
    {
        bool isForename = chance.Below(written.Forename.Length + written.Surname.Length) < written.Forename.Length;
        string was = isForename ? written.Forename : written.Surname;
        string now = heard ? sounds.Heard(was, ref chance) : Slips.Typed(was, ref chance);
        if (isForename) written.Forename = now;
        else written.Surname = now;
        return now != was;
    }

    private static void WriteBirthDay(int birthDay, int day, ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        written.BirthDay = birthDay;
        if (pen.Makes(Rate.MissingBirthDate, ref chance)) written.BirthDay = Days.Unknown;
        else if (pen.Slips(Rate.BirthDate1900, ref chance)) written.BirthDay = FirstOf1900;
        else if (pen.Slips(Rate.BirthDateFirstOfJanuary, ref chance)) written.BirthDay = Days.Number(new NodaTime.LocalDate(Days.Date(birthDay).Year, 1, 1));
        else if (pen.Slips(Rate.BirthDateFalse, ref chance)) written.BirthDay = FalseDay(birthDay, day, ref chance);
        else
        {
            if (Swapped(birthDay) is { } swapped && pen.Slips(Rate.BirthDateSwapped, ref chance)) written.BirthDay = swapped;
            if (pen.Slips(Rate.BirthDateTyping, ref chance)) written.BirthDay = Slips.Mistyped(written.BirthDay, day, ref chance);
        }
    }

    private static int? Swapped(int birthDay)
    {
        var (year, month, date) = Days.Date(birthDay);
        return date <= 12 && date != month ? Days.Number(new NodaTime.LocalDate(year, date, month)) : null;
    }

    // Within four years either way, as those do who wish to pass for older or younger.
    private static int FalseDay(int birthDay, int day, ref Chance chance)
    {
        int off = 30 + chance.Below(4 * 365);
        return chance.Happens(0.5) && birthDay + off < day ? birthDay + off : birthDay - off;
    }

    private static void WriteHome(Identity who, int day, ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        int at = who.Homes.Count - 1;
        while (at > 0 && who.Homes[at].From > day) at--;
        if (at > 0 && pen.Makes(Rate.OldPostcode, ref chance)) at--;
        GeneratedHome home = who.Homes[at];
        written.Postcode = pen.Makes(Rate.MissingPostcode, ref chance) ? "" : pen.Makes(Rate.PostcodeTyping, ref chance) ? Slips.MisreadPostcode(home.Postcode, ref chance) : home.Postcode;
        written.HomeDistrict = written.Postcode.Length == 0 ? -1 : home.District;
        written.Address = pen.Makes(Rate.MissingAddress, ref chance) ? "" : home.Address;
    }

    private int WriteEthnicity(int ethnicity, ref Pen pen, ref Chance chance) =>
        ethnicities > 1 && pen.Makes(Rate.OtherEthnicity, ref chance) ? (ethnicity + 1 + chance.Below(ethnicities - 1)) % ethnicities : ethnicity;

    private static void WriteIdentifiers(Identity who, Identity another, ref Pen pen, ref Chance chance, ref WrittenPerson written)
    {
        written.Pnc = Identifier(who.Pnc, another.Pnc, Rate.MissingPnc, ref pen, ref chance);
        written.Cro = Identifier(who.Cro, another.Cro, Rate.MissingCro, ref pen, ref chance);
        written.PrisonNumber = Identifier(who.PrisonNumber, another.PrisonNumber, Rate.MissingPrisonNumber, ref pen, ref chance);
        written.Crn = Identifier(who.Crn, another.Crn, Rate.MissingCrn, ref pen, ref chance);
        written.NhsNumber = Identifier(who.NhsNumber, another.NhsNumber, Rate.MissingNhsNumber, ref pen, ref chance);
        written.Upn = Identifier(who.Upn, another.Upn, Rate.MissingUpn, ref pen, ref chance);
        written.Nino = Identifier(who.Nino, another.Nino, Rate.MissingNino, ref pen, ref chance);
    }

    private static string Identifier(string own, string anothers, Rate missing, ref Pen pen, ref Chance chance)
    {
        if (own.Length == 0 || pen.Makes(missing, ref chance)) return "";
        if (anothers.Length > 0 && anothers != own && pen.Makes(Rate.IdentifierReused, ref chance)) return anothers;
        return pen.Makes(Rate.IdentifierMistyped, ref chance) ? Slips.Misread(own, ref chance) : own;
    }

    /// <summary>Makes mistakes at the rates of one agency and keeps which it made.</summary>
    private ref struct Pen(double[] rates, double times)
    {
        private readonly double[] rates = rates;
        private readonly double times = times;
        private long made;

        public readonly MadeMistakes Made => new(made);

        public bool Makes(Rate rate, ref Chance chance)
        {
            double share = rates[(int)rate];
            if (share <= 0 || (share < 1 && !chance.Happens(share))) return false;
            made |= 1L << (int)rate;
            return true;
        }

        // A mistake of the kind that leads to a second reference.
        public bool Slips(Rate rate, ref Chance chance)
        {
            double share = rates[(int)rate] * times;
            if (share <= 0 || (share < 1 && !chance.Happens(share))) return false;
            made |= 1L << (int)rate;
            return true;
        }

        public void Unmake(Rate rate) => made &= ~(1L << (int)rate);
    }
}
