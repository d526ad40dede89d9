using Shiremoot.Picture.Pathways;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>Cases beside an intended path: by hand, and against every path the language allows.</summary>
public sealed class ConformanceTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Theory]
    [InlineData("a -> b -> c", "abc", 0, "")]
    [InlineData("a -> b -> c", "ac", 1, "Skipped b after a")]
    [InlineData("a -> b -> c", "", 3, "Skipped a after ")]
    [InlineData("a -> b -> c", "abdc", 1, "Extra d after b")]
    [InlineData("a -> b -> c", "dabc", 1, "Extra d after ")]
    [InlineData("a -> b -> c", "acb", 2, "WrongOrder")]
    [InlineData("a -> b -> c", "cab", 2, "WrongOrder c after ")]
    [InlineData("a -> b -> c", "ab", 1, "Skipped c after b")]
    [InlineData("a -> b? -> c", "ac", 0, "")]
    [InlineData("a -> b+ -> c", "abbbc", 0, "")]
    [InlineData("a -> b+ -> c", "ac", 1, "Skipped b after a")]
    [InlineData("a -> b* -> c", "ac", 0, "")]
    [InlineData("a -> (b | c -> d) -> a", "acda", 0, "")]
    [InlineData("a -> (b | c -> d) -> a", "aca", 1, "")]
    [InlineData("(a -> b)+", "ababab", 0, "")]
    [InlineData("(a -> b)+", "abab c", 1, "Extra c after b")]
    [InlineData("a?", "", 0, "")]
    [InlineData("a -> \"b\"", "ab", 0, "")]
    public void By_hand(string path, string events, int cost, string first)
    {
        Aligned aligned = new Alignment(Read(path)).Of([.. events.Where(char.IsLetter).Select(e => e - 'a')]);
        aligned.Cost.ShouldBe(cost);
        (aligned.Fitness >= 1).ShouldBe(cost == 0);
        if (first.Length == 0) return;
        Away away = aligned.First!.Value;
        $"{away.Kind} {Names[away.Activity]} after {Read(path).NameOf(away.After)}".ShouldStartWith(first);
    }

    [Fact]
    public void The_cost_is_the_least_over_every_path_the_language_allows()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++)
        {
            string path = Written(random, 2);
            PathAutomaton automaton = Read(path);
            Alignment alignment = new(automaton);
            int[] events = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(0, 3))];
            int most = (2 * events.Length) + automaton.Shortest;
            HashSet<string> language = Language(path, most);
            string written = string.Concat(events.Select(e => Names[e]));
            Aligned aligned = alignment.Of(events);
            aligned.Cost.ShouldBe(language.Min(l => Apart(l, written)), $"{path} and {written}");
            language.Min(l => l.Length).ShouldBe(automaton.Shortest);
            (aligned.First is null).ShouldBe(aligned.Cost == 0);
        }
    }

    [Theory]
    [InlineData("", "column 1: the end", "a stage")]
    [InlineData("a -> ", "column 6: the end", "a stage")]
    [InlineData("a -> -> b", "column 6: '->'", "a stage")]
    [InlineData("(a | b -> c", "column 12: the end", "')'")]
    [InlineData("a ) b", "column 3: ')'", "'->'")]
    [InlineData("a -> b\n-> )", "line 2, column 4: ')'", "a stage")]
    [InlineData("a -> \"b", "column 6", "a stage")]
    public void What_is_no_path_is_refused_with_its_place(string path, string place, string wanted)
    {
        PathAutomaton.Read(path, Names, []).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("PICTURE-80");
        why.Says.ShouldContain(place);
        why.Try.ShouldContain(wanted);
    }

    [Fact]
    public void A_misspelt_stage_is_refused_with_its_place_and_the_nearest_name()
    {
        PathAutomaton.Read("Create Fine -> Sned Fine", ["Create Fine", "Send Fine"], []).Refused(out Refusal? why, out _).ShouldBeTrue();
        (why!.Code, why.Details.Single()).ShouldBe(("PICTURE-84", "column 16: 'Sned Fine'. Did you mean 'Send Fine'?"));
        PathAutomaton unseen = PathAutomaton.Read("a -> z", Names, ["z"]).Value;
        Aligned aligned = new Alignment(unseen).Of([0]);
        (aligned.Cost, aligned.First!.Value.Kind, unseen.NameOf(aligned.First.Value.State)).ShouldBe((1, AwayKind.Skipped, "z"));
    }

    [Fact]
    public void Hostile_paths_are_refused()
    {
        Code(new string('(', 5_000) + "a").ShouldBe("PICTURE-82");
        Code(new string('a', 30_000)).ShouldBe("PICTURE-81");
        Code(string.Join("->", Enumerable.Repeat("a", 500))).ShouldBe("PICTURE-83");
        PathAutomaton.Read(string.Join("->", Enumerable.Repeat("a?", 400)), Names, []).IsRefused.ShouldBeFalse();
        static string Code(string path) => PathAutomaton.Read(path, Names, []).Refused(out Refusal? why, out _) ? why.Code : "none";
    }

    [Fact]
    public void A_case_too_long_to_trace_is_still_judged()
    {
        int[] events = [.. Enumerable.Range(0, 70 * 15_000).Select(e => e % 2)];
        PathAutomaton path = Read($"({string.Join(" -> ", Enumerable.Repeat("a -> b", 35))})+");
        new Alignment(path).Of(events).ShouldBe(new Aligned(0, 1, null));
        events[^1] = 2;
        Aligned aligned = new Alignment(path).Of(events);
        (aligned.Cost, aligned.First).ShouldBe((2, null));
    }

    private static PathAutomaton Read(string path) => PathAutomaton.Read(path, Names, []).Value;

    private static string Written(Random random, int depth)
    {
        string inside = depth == 0 || random.Next(3) == 0 ? Names[random.Next(3)]
            : random.Next(2) == 0 ? $"({Written(random, depth - 1)} -> {Written(random, depth - 1)})" : $"({Written(random, depth - 1)} | {Written(random, depth - 1)})";
        return inside + random.Next(6) switch { 0 => "?", 1 => "+", 2 => "*", _ => "" };
    }

    // All sequences of a fully bracketed path, up to a length: a reader of its own, by recursive descent.
    private static HashSet<string> Language(string path, int most)
    {
        int at = 0;
        HashSet<string> Part()
        {
            HashSet<string> made;
            if (path[at] != '(')
            {
                made = [path[at++].ToString()];
            }
            else
            {
                at++;
                HashSet<string> left = Part();
                bool isChoice = path[at + 1] == '|';
                at += isChoice ? 3 : 4;
                HashSet<string> right = Part();
                at++;
                made = isChoice ? [.. left, .. right] : Joined(left, right);
            }
            char mark = at < path.Length ? path[at] : ' ';
            if (mark is '?' or '+' or '*') at++;
            if (mark is '+' or '*')
            {
                // Only what the last round added can lead to more.
                HashSet<string> once = [.. made], added = [.. made];
                while (added.Count > 0)
                {
                    added = [.. Joined(added, once).Where(made.Add)];
                }
            }
            if (mark is '?' or '*') made.Add("");
            return made;
        }
        HashSet<string> Joined(HashSet<string> left, HashSet<string> right) => [.. left.SelectMany(_ => right, (l, r) => l + r).Where(s => s.Length <= most)];
        return [.. Part().Where(s => s.Length <= most)];
    }

    // What must be left out of either to make them the same.
    private static int Apart(string one, string other)
    {
        int[,] common = new int[one.Length + 1, other.Length + 1];
        for (int i = 1; i <= one.Length; i++)
            for (int j = 1; j <= other.Length; j++)
                common[i, j] = one[i - 1] == other[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
        return one.Length + other.Length - (2 * common[one.Length, other.Length]);
    }
}
