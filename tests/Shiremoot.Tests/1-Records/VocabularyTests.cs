using NodaTime;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

public sealed class VocabularyTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("vocabulary").FullName;

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Fact]
    public void The_eight_partner_agencies_are_there() =>
        TheVocabulary.Read.Agencies.All.Select(a => a.Term.Id).ShouldBe(["police", "prosecution", "courts", "prisons", "probation", "youth-offending", "health", "councils"]);

    [Theory]
    [InlineData("before", "early-help child-in-need child-protection-plan looked-after suspension-or-exclusion missing-episode domestic-abuse-in-the-home hospital-attendance mental-health-contact drug-or-alcohol-treatment homelessness-duty victim-of-crime")]
    [InlineData("police", "offence stop-and-search arrest voluntary-interview police-custody liaison-and-diversion-contact no-further-action community-resolution conditional-caution caution youth-caution youth-conditional-caution charge")]
    [InlineData("court", "first-hearing bail remand trial conviction sentence breach")]
    [InlineData("secure-estate", "custody-spell release licence recall")]
    [InlineData("community", "probation-supervision requirement programme tag approved-premises completion")]
    [InlineData("life-opportunity", "accommodation work education treatment mentoring benefit")]
    public void A_stage_has_the_events_of_the_design(string stage, string kinds) =>
        TheVocabulary.Read.EventKinds.All.Where(e => e.Stage == stage).Select(e => e.Term.Id).ShouldBe(kinds.Split(' '), ignoreOrder: true);

    [Fact]
    public void Ethnicity_has_eighteen_codes_and_not_stated_and_the_roma_of_2021() =>
        TheVocabulary.Read.Ethnicities.All.Count(e => e.Term.From is null && e.Group != "Not stated").ShouldBe(18);

    [Theory]
    [InlineData("Asian", 5)]
    [InlineData("Black", 3)]
    [InlineData("Mixed", 4)]
    [InlineData("Other", 2)]
    public void Broad_groups_of_ethnicity_have_the_codes_of_the_census_of_2011(string group, int codes) =>
        TheVocabulary.Read.Ethnicities.All.Count(e => e.Group == group).ShouldBe(codes);

    [Theory]
    [InlineData("F", "female")]
    [InlineData(" woman ", "female")]
    [InlineData("1", "male")]
    [InlineData("Not specified", "unknown")]
    public void Sex_is_read_from_the_codes_systems_use(string written, string id)
    {
        TheVocabulary.Read.Sexes.TryRead(written, out Sex? sex).ShouldBeTrue();
        sex.Term.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("section-91", 2020, 11, 30, true)]
    [InlineData("section-91", 2020, 12, 1, false)]
    [InlineData("section-250", 2020, 11, 30, false)]
    [InlineData("section-250", 2020, 12, 1, true)]
    [InlineData("youth-caution", 2013, 4, 7, false)]
    [InlineData("final-warning", 2013, 4, 7, true)]
    public void A_disposal_is_found_only_on_days_when_it_could_be_given(string id, int year, int month, int day, bool found) =>
        TheVocabulary.Read.Disposals.TryFind(id, new LocalDate(year, month, day), out _).ShouldBe(found);

    [Fact]
    public void A_place_adds_entries_and_puts_its_own_in_the_stead_of_the_country_s()
    {
        Write("more.yaml", """
            list: agencies
            source: the board
            entries:
              - { id: voluntary-sector, title: Voluntary sector }
              - { id: health, title: Integrated care board }
            """);
        Vocabulary read = Vocabulary.Read(TheVocabulary.Folder, place).Value;
        read.Agencies.All.Count.ShouldBe(9);
        read.Agencies.TryFind("health", out Agency? health).ShouldBeTrue();
        (health.Term.Title, health.Term.Source).ShouldBe(("Integrated care board", "the board"));
    }

    [Fact]
    public void A_place_s_offence_rows_stand_over_the_country_s()
    {
        Directory.CreateDirectory(Path.Combine(place, "offences"));
        Write("offences/offences.csv", """
            code,class_title,title,category,group,violent_sanction,opd_violence_sex,ogrs3,severity_low,severity_high,severity_by,harm_low,harm_high
            04600,Shoplifting,Theft from a shop,theft-non-motor,theft-and-handling,,,,,,,3,3
            """);
        Vocabulary read = Vocabulary.Read(TheVocabulary.Folder, place).Value;
        read.TryFindOffence("046/00", out Offence? offence).ShouldBeTrue();
        (offence.Title, offence.Harm!.Value.Value, read.Offences.Count).ShouldBe(("Theft from a shop", 3, TheVocabulary.Read.Offences.Count));
    }

    [Fact]
    public void All_faults_of_all_files_come_at_once_with_file_and_line()
    {
        Write("a.yaml", """
            list: disposals
            source: us
            entries:
              - { id: Bad Id, title: X, kind: out-of-court }
              - { id: twice, title: Twice, kind: interim }
              - { id: twice, title: Twice, kind: interim, from: 2020-01-01 }
              - { id: odd, title: Odd, kind: custodial, class: nowhere, min_age: 18, max_age: 10 }
            """);
        Write("b.yaml", """
            list: agencys
            source: us
            """);
        Write("c.yaml", "list: [");
        Write("d.yaml", """
            list: event-kinds
            source: us
            entries:
              - { id: visit, title: Visit, shape: dot, stage: nowhere, agency: nobody, colour: red }
              - { id: other, title: Arrest, shape: point, stage: police, agency: police }
            """);
        Vocabulary.Read(TheVocabulary.Folder, place).Refused(out Refusal? why, out _).ShouldBeTrue();
        string says = why.ToString();
        foreach (string expected in (string[])
            ["a.yaml:4: 'entries[1].id' is 'Bad Id'", "a.yaml:6: 'twice' is already at", "a.yaml:7: 'class: nowhere'", "a.yaml:7: 'entries[4].max_age'",
             "b.yaml:1: 'list' is 'agencys'", "c.yaml:2: this is not valid YAML", "d.yaml:4: 'entries[1].shape' must be one of point, span", "d.yaml:4: 'stage: nowhere'",
             "d.yaml:4: 'agency: nobody'", "'entries[1].colour' is not a key known here", "d.yaml:5: the name 'Arrest' of 'other' is also a name of 'arrest'"])
            says.ShouldContain(expected);
    }

    [Fact]
    public void Entries_of_one_id_may_follow_one_another_without_overlap()
    {
        Write("a.yaml", """
            list: requirements
            source: us
            entries:
              - { id: service, title: Community service, until: 2001-04-02 }
              - { id: service, title: Community punishment, from: 2001-04-02 }
            """);
        Vocabulary read = Vocabulary.Read(TheVocabulary.Folder, place).Value;
        read.Requirements.TryFind("service", new LocalDate(2001, 4, 1), out Requirement? old).ShouldBeTrue();
        read.Requirements.TryFind("service", out Requirement? latest).ShouldBeTrue();
        (old.Term.Title, latest.Term.Title).ShouldBe(("Community service", "Community punishment"));
    }

    [Fact]
    public void A_folder_without_a_vocabulary_is_refused()
    {
        Vocabulary.Read(place).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("RECORDS-01");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(place, name), text + "\n");
}
