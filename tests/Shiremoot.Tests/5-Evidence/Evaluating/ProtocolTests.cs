using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>A protocol is registered before outcomes are read, and what was not as it should be stays on record.</summary>
public sealed class ProtocolTests : IDisposable
{
    private const string First = """
        id: mentoring
        title: Mentoring after release
        source: Written for this test, before outcomes were read
        treated: had
        outcome: out
        covariates: [age, n]
        method: weighting
        follow_up: 12 months
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-protocol-").FullName;

    private string Register => Path.Combine(folder, EvaluationRegister.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_protocol_stands_in_the_register_before_outcomes_are_read_and_the_result_after()
    {
        EvaluationResult found = Run(First, People()).Value;
        string[] lines = File.ReadAllLines(Register);
        lines.Select(Act).ShouldBe(["registered", "outcomes-read", "result"]);
        lines[2].ShouldContain("no difference shown"); // null results are kept too
        found.Protocol!.Breaches.ShouldBeEmpty();
        found.Protocol.Entries.ShouldBe(3);
        found.Protocol.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(First))));
        Run(First, People()).Value.Protocol!.Breaches.ShouldBeEmpty(); // the very same again is no breach
    }

    [Fact]
    public void A_protocol_changed_after_outcomes_were_read_is_marked_for_good()
    {
        Run(First, People()).IsRefused.ShouldBeFalse();
        Run(First.Replace("weighting", "entropy"), People()).Value.Notes[0].ShouldBe("The protocol was changed after outcomes had been read.");
        Run(First, People()).Value.Protocol!.Breaches.Count.ShouldBe(1); // and stays so when it is changed back
    }

    [Fact]
    public void A_protocol_changed_before_outcomes_were_read_is_not()
    {
        Run(First, Path.Combine(folder, "not-there.csv")).IsRefused.ShouldBeTrue();
        Run(First.Replace("weighting", "entropy"), People()).Value.Protocol!.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void Another_protocol_over_outcomes_already_read_is_marked_too()
    {
        Run(First, People()).IsRefused.ShouldBeFalse();
        Run(First.Replace("id: mentoring", "id: mentoring-2"), People()).Value.Protocol!.Breaches[0].ShouldContain("under another");
    }

    [Theory]
    [InlineData("no difference shown", "a fall shown")]
    [InlineData("registered", "Registered")]
    public void A_register_that_was_changed_is_refused(string from, string to)
    {
        Run(First, People()).IsRefused.ShouldBeFalse();
        File.WriteAllText(Register, File.ReadAllText(Register).Replace(from, to));
        string before = File.ReadAllText(Register);
        Run(First, People()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("PROTOCOL-01");
        File.ReadAllText(Register).ShouldBe(before);
    }

    [Fact]
    public void A_refused_evaluation_is_kept_as_such()
    {
        Run(First.Replace("[age, n]", "[height]"), People()).IsRefused.ShouldBeTrue();
        File.ReadAllLines(Register)[^1].ShouldContain("refused: EVALUATE-01");
    }

    [Theory]
    [InlineData("treated: had", "treted: had")]
    [InlineData("method: weighting", "method: magic")]
    [InlineData("covariates: [age, n]", "covariates: []")]
    public void Faults_of_a_protocol_are_told_with_their_line(string from, string to)
    {
        string path = Path.Combine(folder, "protocol.yaml");
        File.WriteAllText(path, First.Replace(from, to));
        EvaluationProtocol.Read(path).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains("protocol.yaml"));
    }

    private static string Act(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("Action").GetString()!;

    private Outcome<EvaluationResult> Run(string protocol, string people)
    {
        string path = Path.Combine(folder, "protocol.yaml");
        File.WriteAllText(path, protocol);
        return EvaluationRegister.Evaluate(people, EvaluationProtocol.Read(path).Value, TimeProvider.System);
    }

    private string People()
    {
        string path = Path.Combine(folder, "people.csv");
        List<string> lines = ["had,out,age,n"];
        for (int r = 0; r < 400; r++) lines.Add($"{(r * 11 % 7 < 2 ? 1 : 0)},{(r * 31 % 17 < 6 ? 1 : 0)},{20 + (r * 13 % 37)},{r % 5}");
        File.WriteAllLines(path, lines);
        return path;
    }
}
