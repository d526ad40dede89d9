using System.Globalization;
using System.Text;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Made people with arrests, cases of one day and spells that overlap, as stories and as rows for SQL.</summary>
static class MadePeople
{
    /// <summary>The stories, and of each event: person, kind, day, end, whether a child, group of offence.</summary>
    public static (Stories Stories, string[] Rows) Make(int people)
    {
        (string Group, string Code)[] offences = [("violence", "00801"), ("theft-and-handling", "04600"), ("robbery", "03401")];
        List<(int Person, string Kind, int Day, int End, bool Child, string Group)> rows = [];
        string[] stories = [.. Enumerable.Range(0, people).Select(p =>
        {
            Chance chance = new(11, (ulong)p, 0);
            int first = Days.Number(new(2008, 6, 1)), born = first - (365 * (10 + chance.Below(12))) - chance.Below(365);
            StringBuilder story = new($"born {Days.Date(born):uuuu-MM-dd}");
            for (int n = chance.Below(9); n > 0; n--)
            {
                int day = first + chance.Below(5 * 365);
                string kind = new[] { "arrest", "conviction", "custody-spell", "looked-after" }[chance.Below(4)];
                (string group, string code) = offences[chance.Below(3)];
                int end = kind.Length < 11 ? day : day + chance.Below(700);
                for (int twice = kind == "conviction" && chance.Below(3) == 0 ? 2 : 1; twice > 0; twice--)
                {
                    story.Append(CultureInfo.InvariantCulture, $"; {kind} {Days.Date(day):uuuu-MM-dd}{(end > day ? $" to {Days.Date(end):uuuu-MM-dd}" : "")}{(kind == "conviction" ? $" offence={code}" : "")}");
                    if (kind.Length < 11 || end > day) rows.Add((p, kind, day, end, Days.WholeYears(born, day) < 18, group));
                    else rows.Add((p, kind, day, int.MaxValue, Days.WholeYears(born, day) < 18, group));
                    (group, code) = offences[chance.Below(3)];
                }
            }
            return story.ToString();
        })];
        return (StoryText.Read(stories).Value, [.. rows.OrderBy(r => r.Person).ThenBy(r => r.Day).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Person}, '{r.Kind}', {r.Day}, {r.End}, {(r.Child ? 1 : 0)}, '{r.Group}'"))]);
    }
}
