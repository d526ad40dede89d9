using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>
/// Makes the identities of a block of lives, some of whom are twins, siblings, parent and child, or partners. Two people are joined only if of the same district and
/// ethnicity and both, or neither, children when first met: so no total of the run changes. Holds working space: one for each thread.
/// </summary>
/// <remarks>A block is part of what decides: cut the run into the same blocks however many threads there are.</remarks>
sealed class Families
{
    private const int TwinDays = 180, Tries = 24, GrownAge = 18;
    private const double DaysInYear = 365.25;

    private readonly ulong seed;
    private readonly FamilySettings settings;
    private readonly IdentityMaking making;
    private readonly Func<Life, bool> isStillTrue;
    private Bond[] bonds = [];

    /// <param name="seed">The run's seed.</param>
    /// <param name="settings">How many there are of each kind.</param>
    /// <param name="making">What makes each identity.</param>
    /// <param name="isStillTrue">Whether a life that was shifted by some days may stand: twins are born on one day.</param>
    public Families(ulong seed, FamilySettings settings, IdentityMaking making, Func<Life, bool> isStillTrue) =>
        (this.seed, this.settings, this.making, this.isStillTrue) = (seed, settings, making, isStillTrue);

    /// <summary>Fills the identities of a block; may shift the life of a second twin.</summary>
    public void Make(ReadOnlySpan<Life> lives, ReadOnlySpan<Identity> identities)
    {
        if (lives.IsEmpty) return;
        if (bonds.Length < lives.Length) bonds = new Bond[lives.Length];
        Array.Fill(bonds, new Bond(Kinship.None, -1, IsSecond: false));
        Chance chance = new(seed, (ulong)lives[0].Person, Purposes.Family);
        Join(lives, settings.Twins, Kinship.Twin, ref chance);
        Join(lives, settings.Siblings, Kinship.Sibling, ref chance);
        Join(lives, settings.Parents, Kinship.Parent, ref chance);
        Join(lives, settings.Partners, Kinship.Partner, ref chance);
        for (int i = 0; i < lives.Length; i++)
            if (!bonds[i].IsSecond) making.Fill(lives[i], making.CommunityOf(lives[i]), identities[i]);
        for (int i = 0; i < lives.Length; i++)
            if (bonds[i].IsSecond) FillSecond(lives[i], identities[i], lives[bonds[i].With], identities[bonds[i].With], bonds[i].Kinship);
    }

    private void Join(ReadOnlySpan<Life> lives, double share, Kinship kinship, ref Chance chance)
    {
        double expected = lives.Length * share / 2;
        int pairs = (int)expected + (chance.Happens(expected - Math.Floor(expected)) ? 1 : 0);
        for (int tries = 0; pairs > 0 && tries < Tries * lives.Length; tries++)
        {
            int first = chance.Below(lives.Length);
            if (bonds[first].Kinship != Kinship.None || Second(lives, first, kinship, ref chance) is not (>= 0 and int second)) continue;
            bonds[first] = new Bond(kinship, second, IsSecond: false);
            bonds[second] = new Bond(kinship == Kinship.Parent ? Kinship.Child : kinship, first, IsSecond: true);
            pairs--;
        }
    }

    private int Second(ReadOnlySpan<Life> lives, int first, Kinship kinship, ref Chance chance)
    {
        int start = chance.Below(lives.Length);
        bool sameSex = kinship == Kinship.Partner && chance.Happens(settings.SameSexPartners);
        for (int i = 0; i < lives.Length; i++)
        {
            int at = (start + i) % lives.Length;
            if (at == first || bonds[at].Kinship != Kinship.None || !MayJoin(lives[first], lives[at], kinship, sameSex)) continue;
            if (kinship != Kinship.Twin || IsTwinned(lives[at], lives[first].BirthDay)) return at;
        }

        return -1;
    }

    private static bool MayJoin(Life first, Life second, Kinship kinship, bool sameSex)
    {
        if (first.District != second.District || first.Ethnicity != second.Ethnicity || IdentityMaking.IsChildAtFirst(first) != IdentityMaking.IsChildAtFirst(second)) return false;
        int gap = second.BirthDay - first.BirthDay;
        double years = gap / DaysInYear, apart = Math.Abs(years);
        return kinship switch
        {
            Kinship.Twin => Math.Abs(gap) <= TwinDays,
            Kinship.Sibling => apart is >= 1 and <= 12,
            Kinship.Parent => years is >= 17 and <= 40,
            _ => apart <= 12 && first.IsFemale == second.IsFemale == sameSex && !IdentityMaking.IsChildAtFirst(first),
        };
    }

    private bool IsTwinned(Life life, int birthDay)
    {
        int days = birthDay - life.BirthDay;
        life.Shift(days);
        if (isStillTrue(life)) return true;
        life.Shift(-days);
        return false;
    }

    private void FillSecond(Life life, Identity who, Life firstLife, Identity first, Kinship kinship)
    {
        int community = making.CommunityOf(kinship == Kinship.Partner ? life : firstLife);
        making.Fill(life, community, who);
        (who.Kinship, who.KinOf) = (kinship, firstLife.Person);
        (first.Kinship, first.KinOf) = (kinship == Kinship.Child ? Kinship.Parent : kinship, life.Person);
        if (kinship == Kinship.Partner)
        {
            ShareHome(life, who, firstLife, first);
            return;
        }

        bool bornMarried = kinship == Kinship.Child && first.MarriedSurname.Length > 0 && first.MarriedOn <= life.BirthDay;
        making.TakeSurname(who, bornMarried ? first.MarriedSurname : first.Surname, life.IsFemale == firstLife.IsFemale);
        who.Homes[0] = first.Homes[0] with { From = life.BirthDay };
        Chance chance = new(seed, (ulong)life.Person, Purposes.OneHome);
        if (chance.Happens(IdentityMaking.IsChildAtFirst(life) ? settings.ChildrenAtOneHome : settings.AdultsAtOneHome)) LiveWith(first, life.BirthDay, who);
        if (kinship == Kinship.Twin && who.Forename == first.Forename) RenameTwin(life, community, who, first.Forename);
    }

    // A short form or a false name made of the forename that was goes with it.
    private void RenameTwin(Life life, int community, Identity who, string not)
    {
        if (who.AliasForename == who.Forename) (who.AliasForename, who.AliasSurname) = ("", "");
        (who.Forename, who.KnownAs) = (making.OtherForename(life, community, not), "");
        if (who.MiddleName == who.Forename) who.MiddleName = "";
    }

    // From when both are grown the second lives where the first does, and a wife who took a name took her husband's.
    private static void ShareHome(Life life, Identity who, Life firstLife, Identity first)
    {
        int from = Math.Max(life.BirthDay, firstLife.BirthDay) + (int)(GrownAge * DaysInYear);
        LiveWith(first, from, who);
        if (life.IsFemale == firstLife.IsFemale) return;
        (Identity wife, Identity husband) = life.IsFemale ? (who, first) : (first, who);
        if (wife.MarriedSurname.Length > 0 && husband.Surname != wife.Surname) wife.MarriedSurname = husband.Surname;
    }

    private static void LiveWith(Identity first, int from, Identity who)
    {
        while (who.Homes.Count > 0 && who.Homes[^1].From >= from) who.Homes.RemoveAt(who.Homes.Count - 1);
        who.Homes.Add(first.HomeOn(from) with { From = from });
        foreach (GeneratedHome home in first.Homes)
            if (home.From > from) who.Homes.Add(home);
    }

    private readonly record struct Bond(Kinship Kinship, int With, bool IsSecond);
}
