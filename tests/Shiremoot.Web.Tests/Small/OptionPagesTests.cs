using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Shiremoot.Web.Tests.Small;

/// <summary>Options as pages: the list, the business case, two side by side, files and the API.</summary>
public sealed class OptionPagesTests
{
    [Fact]
    public async Task An_option_reads_as_a_business_case_whose_numbers_open_as_sums()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        (await door.TextAsync("/costs")).ShouldContain("See the options");
        string list = await door.TextAsync("/costs/options");
        list.ShouldContain("Mentors");
        list.ShouldContain("£15,000");                      // 100 people × 1 avoided × £400, less £25,000
        list.ShouldContain("options/faulty.yaml cannot be appraised");
        list.ShouldContain("£5,000 better off");            // £30,000 of it saved by the police, £25,000 spent

        IDocument page = await door.Client.ReadAsync("/costs/options/mentors");
        foreach (string chart in (string[])["flows", "waterfall", "running", "savings", "perspectives", "fan", "budget-fan", "pays", "tornado-everyone", "tornado-public-budgets"]) page.QuerySelectorAll($"#{chart} table").Length.ShouldBe(1, chart);
        string text = string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("Benefits £40,000 - costs £25,000 = £15,000");
        text.ShouldContain("It brings £15,000 more than it costs");
        text.ShouldContain("Probation pays most, £25,000; most goes to Police, £30,000");
        text.ShouldContain("Assumption Of our own");
        text.ShouldContain("£90,000 for “Fiscal savings at average cost, not discounted” (A leaflet). The central value here is £30,000: the claim is 3.0 times that, and is reached in 0 of 100 draws.");
        text.ShouldContain("Nothing is counted for participants.");
        text.ShouldContain("0.625 avoided a person");       // 100 × 0.625 × £400 is the £25,000 it costs
        text.ShouldContain("What matters most to everyone is cases: effect");
        page.QuerySelectorAll("#not-counted, #assumptions, #break-even, #claims, #sums").Length.ShouldBe(5);
    }

    [Fact]
    public async Task An_option_is_drawn_once_until_a_file_it_rests_on_changes()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        Shire shire = door.Shire;
        string first = await door.TextAsync("/costs/options/mentors");
        (await door.TextAsync("/costs/options/mentors")).ShouldBe(first);
        _ = await door.Client.GetStringAsync("/api/v1/costs/options/mentors"); // the same draws
        shire.OptionsDrawn.ShouldBe(1);
        string file = shire.OptionFiles.Single(f => f.Path.EndsWith("mentors.yaml", StringComparison.Ordinal)).Path, text = await File.ReadAllTextAsync(file);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(1)); // a later time is no other content
        _ = await door.TextAsync("/costs/options/mentors");
        shire.OptionsDrawn.ShouldBe(1);
        await File.WriteAllTextAsync(file, text.Replace("high: 1.5", "high: 1.8", StringComparison.Ordinal));
        (await door.TextAsync("/costs/options/mentors")).ShouldNotBe(first);
        shire.OptionsDrawn.ShouldBe(2);
        await File.WriteAllTextAsync(file, text);
        (await door.TextAsync("/costs/options/mentors")).ShouldBe(first);
        shire.OptionsDrawn.ShouldBe(2);
        (await door.StatusAsync("/costs/options/mentors?year=2015/16")).ShouldBe(HttpStatusCode.OK);
        shire.OptionsDrawn.ShouldBe(3); // other prices, other figures
    }

    [Fact]
    public async Task Options_stand_side_by_side_and_leave_as_files_and_as_the_command_writes_them()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string both = await door.TextAsync("/costs/options/compare?of=mentors&of=dearer");
        both.ShouldContain("Mentors has the greatest net value, £15,000");
        both.ShouldContain("-£35,000");
        (await door.TextAsync("/costs/options/compare?of=mentors")).ShouldContain("Choose two options to compare");
        (await door.TextAsync("/costs/options/compare?of=mentors&of=faulty")).ShouldContain("faulty.yaml");
        (await door.TextAsync("/costs/options/faulty")).ShouldContain("faulty.yaml");

        using JsonDocument one = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/costs/options/mentors"));
        one.RootElement.GetProperty("figures").GetProperty("net_present_public_value").GetDouble().ShouldBe(15_000, 1e-6);
        one.RootElement.GetProperty("runs").GetProperty("draws").GetInt32().ShouldBe(100_000);
        one.RootElement.GetProperty("ledger").EnumerateArray().Sum(l => l.GetProperty("net").GetDouble()).ShouldBe(15_000, 1e-6);
        using JsonDocument all = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/costs/options"));
        (all.RootElement.GetProperty("options").GetArrayLength(), all.RootElement.GetProperty("refused").GetArrayLength()).ShouldBe((2, 1));
        (await door.Client.GetStringAsync("/api/v1/costs/options/mentors/ledger.csv")).ShouldContain("\"Probation\",25000");
        foreach ((string address, HttpStatusCode status) in ((string, HttpStatusCode)[])
        [
            ("/api/v1/costs/options/mentors/years.xlsx", HttpStatusCode.OK), ("/api/v1/costs/options/faulty", HttpStatusCode.Conflict), ("/api/v1/costs/options/none", HttpStatusCode.NotFound),
            ("/api/v1/costs/options/mentors?year=1850", HttpStatusCode.BadRequest), ("/costs/options/none", HttpStatusCode.NotFound), ("/costs/options/mentors?year=1850", HttpStatusCode.NotFound),
            ("/costs/options/compare?of=mentors&of=none", HttpStatusCode.NotFound), ("/costs/options/mentors?year=2015/16", HttpStatusCode.OK),
        ])
            (await door.StatusAsync(address)).ShouldBe(status, address);
    }

    [Fact]
    public async Task A_place_without_options_says_so()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/costs/options")).ShouldContain("This place has no options yet");
    }

    /// <summary>A place with an option, a dearer one, and one whose file is faulty.</summary>
    internal static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.Bare();
        place.Write("options/mentors.yaml", Option("mentors", "Mentors", "{ value: 25000, source: Our tender }"));
        place.Write("options/dearer.yaml", Option("dearer", "Dearer", "{ value: 75000, source: Our tender }"));
        place.Write("options/faulty.yaml", Option("faulty", "Faulty", "many"));
        return place;
    }

    private static string Option(string id, string title, string pounds) => $$"""
        id: {{id}}
        title: {{title}}
        source: Made up for this test
        price_year: 2016/17
        first_year: 2016/17
        years: 1
        people: { value: 100, source: "assumption: of our own" }
        take_up: { value: 1, source: Made up for this test }
        retention: { value: 1, source: Made up for this test }
        outcomes:
          - id: cases
            title: Fewer cases
            unit: cases
            effect: { value: 1, distribution: triangular, low: 0.5, high: 1.5, source: Made up for this test }
            effect_is: units avoided
            lasts: 1
            optimism: none
            values:
              - { name: a case, pounds: 300, price_year: 2016/17, kind: fiscal, agency: Police, source: Made up for this test }
              - { name: harm of a case, pounds: 100, price_year: 2016/17, kind: social, for: victims, source: Made up for this test }
        costs:
          - { name: mentors, agency: Probation, pounds: {{pounds}}, optimism: none }
        claims:
          - { figure: total_fiscal, pounds: 90000, source: A leaflet }
        """;
}
