using Shiremoot.Futures.Identities;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Identities;

public sealed class IssuedNumbersTests
{
    private readonly IssuedNumbers numbers = new(7);

    private static IEnumerable<long> Some => Enumerable.Range(0, 2000).Select(i => i * 997L);

    [Fact]
    public void Police_and_records_office_numbers_read_back_as_themselves()
    {
        foreach (long person in Some)
        {
            string pnc = numbers.Pnc(person, 2019);
            PncId.TryRead(pnc, 2024, out PncId id).ShouldBeTrue(pnc);
            id.ToString().ShouldBe(pnc);
            string cro = numbers.Cro(person, 2019);
            CroId.TryRead(cro, out CroId office).ShouldBeTrue(cro);
            office.ToString().ShouldBe(cro);
        }

        Some.Count(p => numbers.Cro(p, 2019).StartsWith("SF")).ShouldBeInRange(850, 1150);
    }

    [Fact]
    public void Health_numbers_pass_the_check_of_modulus_11_and_belong_to_no_patient()
    {
        foreach (string nhs in Some.Select(numbers.NhsNumber))
        {
            nhs.ShouldMatch("^9[0-9]{9}$");
            (Enumerable.Range(0, 10).Sum(i => (nhs[i] - '0') * (10 - i)) % 11).ShouldBe(0); // weights 10 to 2, and 1 for the check digit
        }
    }

    [Fact]
    public void Pupil_numbers_carry_authority_year_and_check_letter()
    {
        foreach (string upn in Some.Select(p => numbers.Upn(p, 330, 2008)))
        {
            upn.ShouldMatch("^[A-HJ-NP-RT-Z]330[0-9]{4}08[0-9]{3}$");
            "ABCDEFGHJKLMNPQRTUVWXYZ"[Enumerable.Range(1, 12).Sum(i => (upn[i] - '0') * (i + 1)) % 23].ShouldBe(upn[0]);
        }
    }

    [Fact]
    public void Other_numbers_have_their_form()
    {
        foreach (long person in Some)
        {
            numbers.PrisonNumber(person).ShouldMatch("^[A-Z][0-9]{4}[A-Z]{2}$");
            numbers.Crn(person).ShouldMatch("^[A-Z][0-9]{6}$");
            numbers.Nino(person).ShouldMatch("^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$");
        }

        numbers.Crn(999_999)[0].ShouldBe('X');
        numbers.Crn(1_000_000)[0].ShouldBe('E');
    }

    [Fact]
    public void No_two_people_share_a_number()
    {
        foreach (Func<long, string> number in (Func<long, string>[])[p => numbers.Pnc(p, 2019), numbers.NhsNumber, numbers.PrisonNumber, numbers.Nino, p => numbers.Upn(p, 330, 2008)])
            AreUnlike(number, 0, 300_000);
        AreUnlike(numbers.Crn, 900_000, 1_200_000); // over the first letter's end
        AreUnlike(p => numbers.Cro(p, 2019), 0, 2_050_000); // over the end of one year's serials
    }

    private static void AreUnlike(Func<long, string> number, int from, int until)
    {
        HashSet<string> seen = new(until - from, StringComparer.Ordinal);
        for (int person = from; person < until; person++) seen.Add(number(person));
        seen.Count.ShouldBe(until - from);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(65_537)]
    public void A_scatter_is_a_new_order_of_the_same_numbers(int count)
    {
        Scatter scatter = new(99, 3, count);
        int[] order = [.. Enumerable.Range(0, count).Select(i => scatter.Of(i))];
        order.Order().ShouldBe(Enumerable.Range(0, count));
        if (count > 100) order.ShouldNotBe(Enumerable.Range(0, count));
        Should.Throw<ArgumentOutOfRangeException>(() => scatter.Of(count));
        Should.Throw<ArgumentOutOfRangeException>(() => scatter.Of(-1));
    }

    [Fact]
    public void Another_seed_gives_other_numbers() =>
        Some.Count(p => new IssuedNumbers(ulong.MaxValue).Pnc(p, 2019) == numbers.Pnc(p, 2019)).ShouldBeLessThan(3);
}
