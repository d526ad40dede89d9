using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures;

/// <summary>Random but valid lives for tests of the extracts: every kind of event, cases in order, spans that end and spans that do not. They follow no statistics.</summary>
static class MadeLives
{
    public static readonly string[] Kinds =
    [
        "offence", "arrest", "voluntary-interview", "no-further-action", "community-resolution", "caution", "conditional-caution", "youth-caution", "youth-conditional-caution", "charge",
        "first-hearing", "remand", "trial", "conviction", "sentence", "custody-spell", "release", "licence", "recall", "probation-supervision", "requirement", "programme", "breach",
        "stop-and-search", "mental-health-contact", "drug-or-alcohol-treatment", "hospital-attendance", "homelessness-duty", "early-help", "child-in-need", "child-protection-plan",
        "looked-after", "suspension-or-exclusion", "missing-episode", "victim-of-crime", "liaison-and-diversion-contact", "accommodation", "domestic-abuse-in-the-home", "treatment", "mentoring", "tag",
    ];

    public static readonly string[] Disposals = ["fine", "community-order", "suspended-sentence", "custody", "referral-order", "youth-rehabilitation-order", "detention-and-training-order", "conditional-discharge"];
    public static readonly string[] Offences = ["00101", "00859", "04910", "10501", "14900"];
    public static readonly string[] Ethnicities = ["w1", "w9", "roma", "m1", "a1", "a2", "a4", "b1", "b2", "o2", "ns"];
    public static readonly int From = Days.Number(new(2018, 4, 1)), Until = Days.Number(new(2024, 4, 1));

    /// <summary>Fills a life; the same for the same seed and person, whatever was made before.</summary>
    public static void Fill(ulong seed, long person, Life life)
    {
        Chance chance = new(seed, (ulong)person, 1);
        life.Clear();
        (life.Person, life.IsFemale, life.Ethnicity) = (person, chance.Happens(0.25), chance.Below(Ethnicities.Length));
        life.BirthDay = From - (6 * 366) - chance.Below(chance.Happens(0.4) ? 10 * 365 : 50 * 365);
        int cases = 1 + chance.Below(4);
        for (int c = 0; c < cases; c++) AddCase(life, (short)c, Math.Max(life.BirthDay + (10 * 366), From - 300 + chance.Below(Until - From + 300)), ref chance);
        foreach (string kind in (string[])["stop-and-search", "mental-health-contact", "liaison-and-diversion-contact", "hospital-attendance", "victim-of-crime", "domestic-abuse-in-the-home"])
            if (chance.Happens(0.4)) Add(life, kind, Some(ref chance), 0);
        foreach (string kind in (string[])["drug-or-alcohol-treatment", "homelessness-duty", "accommodation", "missing-episode"])
            if (chance.Happens(0.4)) Add(life, kind, Some(ref chance), chance.Below(400));
        int childhood = life.BirthDay + (8 * 365);
        foreach (string kind in (string[])["early-help", "child-in-need", "child-protection-plan", "looked-after", "suspension-or-exclusion"])
            if (chance.Happens(0.5)) Add(life, kind, childhood + chance.Below(7 * 365), chance.Below(200));
        life.Order();

        static int Some(ref Chance chance) => From - 100 + chance.Below(Until - From + 200);
    }

    private static void AddCase(Life life, short number, int day, ref Chance chance)
    {
        short offence = (short)chance.Below(Offences.Length);
        bool isChild = day < life.BirthDay + (18 * 365);
        Put("offence", day, 0);
        Put(chance.Happens(0.8) ? "arrest" : "voluntary-interview", day += chance.Below(60), 0);
        day += chance.Below(90);
        if (chance.Happens(0.4))
        {
            string[] decisions = isChild ? ["no-further-action", "community-resolution", "youth-caution", "youth-conditional-caution"] : ["no-further-action", "community-resolution", "caution", "conditional-caution"];
            Put(decisions[chance.Below(4)], day, 0);
            return;
        }
        Put("charge", day, 0);
        Put("first-hearing", day += 1 + chance.Below(60), 0);
        if (chance.Happens(0.2)) Put("remand", day, chance.Below(100));
        if (chance.Happens(0.3)) Put("trial", day += chance.Below(200), 0);
        Put("conviction", day += chance.Below(30), 0);
        short disposal = (short)(isChild ? 4 + chance.Below(4) : chance.Below(4));
        bool isCustody = disposal is 3 or 6;
        int length = isCustody ? 20 + chance.Below(700) : disposal == 0 ? 0 : 180;
        life.Add(new LifeEvent(KindOf("sentence"), disposal, offence, number, day, day, length));
        if (isCustody)
        {
            Put("custody-spell", day, length / 2);
            Put("release", day += length / 2, 0);
            Put("licence", day, length / 2);
            Put("probation-supervision", day, length / 2);
            if (!chance.Happens(0.3)) return;
            Put("recall", day + (length / 4), 0);
            Put("custody-spell", day + (length / 4), chance.Below(40));
        }
        else if (disposal is 1 or 2 or 4 or 5)
        {
            Put("probation-supervision", day, 365);
            Put("requirement", day, 200);
            if (chance.Happens(0.3)) Put("programme", day + 20, 100);
            if (chance.Happens(0.3)) Put(isChild ? "mentoring" : "treatment", day + 10, 90);
            if (chance.Happens(0.1)) Put("tag", day, 60);
            if (chance.Happens(0.3)) Put("breach", day + 50, 0);
        }

        void Put(string kind, int from, int days) => life.Add(new LifeEvent(KindOf(kind), -1, offence, number, from, from + days, 0));
    }

    private static void Add(Life life, string kind, int day, int days) => life.Add(new LifeEvent(KindOf(kind), -1, -1, -1, day, day + days, 0));

    private static short KindOf(string kind) => (short)Array.IndexOf(Kinds, kind);
}

/// <summary>Writes down what it is told of a person, now and then twice, with names that are hard to write.</summary>
sealed class TestRegistrar : IRegistrar
{
    public static readonly string[] Agencies = ["police", "courts", "prisons", "probation", "youth-offending", "health", "housing", "children"];

    private static readonly string[] Surnames = ["Smith", "O'Neill", "Núñez", "De Souza", "Smith-Jones", "Łukasz", "=cmd|'/C calc'!A0", "Okafor, Jr", "\"Red\" Brown", "Müller", "D’Arcy"];
    private static readonly string[] Forenames = ["John", "Zoë", "Aaliyah", "Seán", "Mary", "José", "Li"];

    public int References(Identity identity, Life life, int agency, ref Chance chance) => 1 + (chance.Happens(0.2) ? 1 : 0) + (chance.Happens(0.05) ? 1 : 0);

    public void Write(Identity identity, Life life, int agency, int registration, int day, ref Chance chance, ref WrittenPerson written)
    {
        written = default;
        written.Forename = Forenames[chance.Below(Forenames.Length)];
        written.MiddleName = chance.Happens(0.5) ? "Ann" : "";
        written.Surname = Surnames[chance.Below(Surnames.Length)];
        (written.AliasForename, written.AliasSurname) = chance.Happens(0.2) ? ("Billy", "Bones") : ("", "");
        written.Postcode = chance.Happens(0.9) ? "B1 1AA" : "";
        written.Address = chance.Happens(0.1) ? "Flat 2\n10 High Street" : "10 High Street, \"The Annexe\"";
        written.Pnc = "2002/0073319Z";
        written.Cro = "065656/91H";
        (written.PrisonNumber, written.Crn, written.NhsNumber, written.Upn, written.Nino) = ("A1234BC", "X123456", "9434765919", "A801230000000", "QQ123456C");
        written.BirthDay = chance.Happens(0.05) ? Days.Unknown : chance.Happens(0.05) ? life.BirthDay + 30_000 : life.BirthDay;
        written.Sex = chance.Happens(0.02) ? -1 : life.IsFemale ? 1 : 0;
        written.Ethnicity = chance.Happens(0.05) ? -1 : life.Ethnicity;
    }
}
