using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>Makes who people truly are: names, homes over time and numbers. The same seed and life give the same identity, in whatever order people are made.</summary>
sealed class IdentityMaking
{
    private const double DaysInYear = 365.25;
    private const int SchoolAge = 4, LeavingAge = 16, FirstUpnYear = 1997, FirstNinoDays = (15 * 365) + 270;

    private readonly ulong seed;
    private readonly NameStock names;
    private readonly HomeStock homes;
    private readonly NameSettings settings;
    private readonly IdentityFrame frame;
    private readonly IssuedNumbers numbers;

    public IdentityMaking(ulong seed, NameStock names, HomeStock homes, NameSettings settings, IdentityFrame frame)
    {
        (this.seed, this.names, this.homes, this.settings, this.frame) = (seed, names, homes, settings, frame);
        numbers = new IssuedNumbers(seed);
    }

    /// <summary>Whether the first event of a life came before the eighteenth birthday.</summary>
    public static bool IsChildAtFirst(Life life) => life.Count > 0 && life.Events[0].Day - life.BirthDay < 18 * DaysInYear;

    /// <summary>The community of a life's person.</summary>
    public int CommunityOf(Life life)
    {
        Chance chance = new(seed, (ulong)life.Person, Purposes.Community);
        return names.CommunityOf(life.Ethnicity, ref chance);
    }

    /// <summary>Fills an identity for a life of someone of this community.</summary>
    public void Fill(Life life, int community, Identity into)
    {
        int birthYear = Days.Date(life.BirthDay).Year;
        (into.Kinship, into.KinOf) = (Kinship.None, -1);
        FillNames(life, community, birthYear, into);
        Chance chance = new(seed, (ulong)life.Person, Purposes.Homes);
        homes.Fill(life, IsChildAtFirst(life), (life.Needs & frame.HomelessNeed) != 0, frame.MovesFrom, frame.Until, ref chance, into.Homes);
        FillNumbers(life, birthYear, into);
    }

    /// <summary>Another forename for someone who may not bear theirs: the second of twins.</summary>
    public string OtherForename(Life life, int community, string not)
    {
        Chance chance = new(seed, (ulong)life.Person, Purposes.OtherForename);
        return Unlike(not, community, life.IsFemale, Days.Date(life.BirthDay).Year, ref chance);
    }

    /// <summary>Gives another surname, which may be of the other sex alone (Kaur, Begum): then the person keeps theirs.</summary>
    public void TakeSurname(Identity into, string surname, bool ofSameSex)
    {
        if (!ofSameSex && names.IsOfOneSex(surname)) return;
        if (into.AliasSurname == into.Surname) into.AliasSurname = surname;
        into.Surname = surname;
        if (into.MarriedSurname == surname) (into.MarriedSurname, into.MarriedOn) = ("", Days.Unknown);
    }

    private void FillNames(Life life, int community, int birthYear, Identity into)
    {
        Chance chance = new(seed, (ulong)life.Person, Purposes.Names);
        Community habits = names[community];
        into.Forename = names.Forename(community, life.IsFemale, birthYear, ref chance);
        into.Surname = names.Surname(community, life.IsFemale, ref chance);
        into.MiddleName = MiddleName(habits, community, life.IsFemale, birthYear, into, ref chance);
        into.KnownAs = chance.Happens(settings.KnownAs) ? names.ShortForm(into.Forename, ref chance) : "";
        (into.MarriedSurname, into.MarriedOn) = life.IsFemale ? Marriage(life, habits, community, into.Surname, ref chance) : ("", Days.Unknown);
        (into.AliasForename, into.AliasSurname) = chance.Happens(settings.FalseName) ? FalseName(life.IsFemale, community, birthYear, into, ref chance) : ("", "");
    }

    private string MiddleName(Community habits, int community, bool isFemale, int birthYear, Identity who, ref Chance chance)
    {
        if (habits.FaithName is { } faith)
        {
            string ofFaith = isFemale ? faith.Female : faith.Male;
            if (who.Surname != ofFaith && chance.Happens(faith.AsMiddleName)) return ofFaith;
        }

        if (!chance.Happens(habits.MiddleNames)) return "";
        string middle = Unlike(who.Forename, community, isFemale, birthYear, ref chance);
        if (!chance.Happens(settings.TwoMiddleNames)) return middle;
        string second = Unlike(middle, community, isFemale, birthYear, ref chance);
        return second == who.Forename ? middle : $"{middle} {second}";
    }

    private (string, int) Marriage(Life life, Community habits, int community, string surname, ref Chance chance)
    {
        int on = life.BirthDay + (int)(Math.Max(16, settings.MarriedAt + (settings.MarriedSpread * chance.Normal())) * DaysInYear);
        if (!chance.Happens(settings.Married * habits.MarriedNames) || on >= frame.Until) return ("", Days.Unknown);
        string married = names.Surname(community, isFemale: false, ref chance);
        return married == surname || names.IsOfOneSex(married) ? ("", Days.Unknown) : (married, on);
    }

    // A false name keeps the forename or the surname twice as often as it changes both.
    private (string, string) FalseName(bool isFemale, int community, int birthYear, Identity who, ref Chance chance)
    {
        double which = chance.Share();
        string forename = which < 0.6 ? Unlike(who.Forename, community, isFemale, birthYear, ref chance) : who.Forename;
        string surname = which > 0.4 ? names.Surname(community, isFemale, ref chance) : who.Surname;
        return forename == who.Forename && surname == who.Surname ? ("", "") : (forename, surname);
    }

    private string Unlike(string not, int community, bool isFemale, int birthYear, ref Chance chance)
    {
        string name;
        int tries = 0;
        do name = names.Forename(community, isFemale, birthYear, ref chance);
        while (name == not && ++tries < 100);
        return name;
    }

    private void FillNumbers(Life life, int birthYear, Identity into)
    {
        int police = 0, conviction = 0;
        LifeMarks met = LifeMarks.None;
        foreach (LifeEvent e in life.Events)
        {
            LifeMarks marks = frame.Marks[e.Kind];
            if (police == 0 && (marks & (LifeMarks.Arrest | LifeMarks.Conviction)) != LifeMarks.None) police = Days.Date(e.Day).Year;
            if (conviction == 0 && (marks & LifeMarks.Conviction) != LifeMarks.None) conviction = Days.Date(e.Day).Year;
            met |= marks;
        }

        long person = life.Person;
        into.Pnc = police > 0 ? numbers.Pnc(person, police) : "";
        into.Cro = conviction > 0 ? numbers.Cro(person, conviction) : "";
        into.PrisonNumber = (met & LifeMarks.Custody) != LifeMarks.None ? numbers.PrisonNumber(person) : "";
        into.Crn = (met & LifeMarks.Supervision) != LifeMarks.None ? numbers.Crn(person) : "";
        into.NhsNumber = numbers.NhsNumber(person);
        into.Nino = frame.Until - life.BirthDay >= FirstNinoDays ? numbers.Nino(person) : "";
        bool wasAtSchool = birthYear + LeavingAge >= FirstUpnYear && frame.Until - life.BirthDay >= (SchoolAge + 1) * DaysInYear;
        into.Upn = wasAtSchool ? numbers.Upn(person, frame.EducationNumbers[life.District], Math.Max(FirstUpnYear, birthYear + SchoolAge)) : "";
    }
}

/// <summary>What the making of identities takes from the run and the place.</summary>
/// <param name="Marks">What each event kind of the model means for numbers.</param>
/// <param name="EducationNumbers">The education number of each district's authority (0 to 999), in the population's order.</param>
/// <param name="HomelessNeed">The bit of the need of a home among a life's needs, or 0.</param>
/// <param name="MovesFrom">The first day a move of home may matter: some years before the years generated.</param>
/// <param name="Until">The day after the last day generated.</param>
sealed record IdentityFrame(IReadOnlyList<LifeMarks> Marks, IReadOnlyList<int> EducationNumbers, uint HomelessNeed, int MovesFrom, int Until);
