using System.Globalization;
using System.Text;
using Shiremoot.Records;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Records.Cohorts;

/// <summary>Random well-typed conditions, and random people to try them on, from a seed.</summary>
sealed class RandomQueries(int seed)
{
    private static readonly string[] Kinds = ["arrest", "charge", "custody-spell"];
    private static readonly string[] Words = ["red", "blue", "it's", "green"];

    /// <summary>The code lists that conditions name.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Lists = new Dictionary<string, IReadOnlySet<string>>
    {
        ["warm-colours"] = new HashSet<string> { "red", "amber" },
        ["colours"] = new HashSet<string> { "red", "blue", "green", "it's" },
        ["none"] = new HashSet<string>(),
    };

    private readonly Random random = new(seed);
    private readonly bool hasIndex = seed % 3 == 0;
    private bool inWhere;

    public string Condition(int depth = 3)
    {
        if (depth == 0) return Leaf();
        return random.Next(7) switch
        {
            6 => $"at least {random.Next(1, 4)} of ({Condition(depth - 1)}, {Condition(depth - 1)}, {Leaf()})",
            0 => $"({Condition(depth - 1)} and {Condition(depth - 1)} and {Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
            2 => $"not {(random.Next(2) == 0 ? Flag() : $"({Condition(depth - 1)})")}",
            _ => Leaf(),
        };
    }

    /// <summary>People as objects and the same people as stories.</summary>
    public (List<PlainPerson> People, Stories Stories) People(int count)
    {
        StoryBuilder builder = new();
        List<PlainPerson> people = [];
        for (int p = 0; p < count; p++)
        {
            int person = builder.Person("agency"u8, Encoding.UTF8.GetBytes($"{p}"));
            PlainPerson plain = new(Values("", 0.2), [], null);
            foreach ((string name, object? value) in plain.Values)
            {
                if (name == "birth_date" && value is PlainDay born) builder.Birth(person, born.Number);
                else if (name == "sex" && value is not null) builder.PersonColumn("sex").Set(person, Encoding.UTF8.GetBytes((string)value));
                else if (name is not ("birth_date" or "sex")) Put(builder.PersonColumn(name), person, value);
            }
            for (int e = random.Next(7); e > 0; e--)
            {
                string kind = Kinds[random.Next(Kinds.Length)];
                int? start = random.Next(8) == 0 ? null : Day(), end = start is { } s && random.Next(2) == 0 ? s + random.Next(40) : null;
                Dictionary<string, object?> values = Values("e", 0.2);
                int number = builder.Event(person, Encoding.UTF8.GetBytes(kind), start ?? Days.Unknown, -1, end ?? Days.Unknown);
                foreach ((string name, object? value) in values) Put(builder.EventColumn(name), number, value);
                values["start"] = start is { } from ? new PlainDay(from) : null;
                values["end"] = end is { } until ? new PlainDay(until) : null;
                values["kind"] = kind;
                plain.Events.Add(new PlainEvent(kind, start, values));
            }
            people.Add(plain with { Index = hasIndex && random.Next(5) > 0 ? Day() : null });
        }
        return (people, builder.Build([]));
    }

    // Names begin with e inside 'where'; the first people carry every value once, so that each column has its type.
    private Dictionary<string, object?> Values(string prefix, double missing)
    {
        object? Maybe(object value) => random.NextDouble() < missing ? null : value;
        Dictionary<string, object?> values = new()
        {
            [prefix + "number"] = Maybe((double)random.Next(-3, 8)),
            [prefix + "half"] = Maybe(random.Next(-4, 9) / 2.0),
            [prefix + "colour"] = Maybe(Words[random.Next(Words.Length)]),
            [prefix + "flag"] = Maybe(random.Next(2) == 0),
            [prefix + "day"] = Maybe(new PlainDay(Day())),
        };
        if (prefix.Length > 0) return values;
        values["birth_date"] = Maybe(new PlainDay(Day() - random.Next(4000, 20000)));
        values["sex"] = Maybe(random.Next(2) == 0 ? "female" : "male");
        return values;
    }

    private static void Put(GrowingColumn column, int row, object? value)
    {
        if (value is double number) column.Set(row, number);
        else if (value is PlainDay day) column.Set(row, Encoding.UTF8.GetBytes(Days.Date(day.Number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)));
        else if (value is bool flag) column.Set(row, flag ? "true"u8 : "false"u8);
        else if (value is string text) column.Set(row, Encoding.UTF8.GetBytes(text));
    }

    private string Leaf() => random.Next(10) switch
    {
        9 => $"{Name("colour")} {(random.Next(2) == 0 ? "in" : "not in")} list {(random.Next(3) switch { 0 => "warm-colours", 1 => "colours", _ => "none" })}",
        0 => Flag(),
        1 => $"{Number(2)} {Sign()} {Number(2)}",
        2 => $"{DayValue(1)} {Sign()} {DayValue(1)}",
        3 => $"{Name("colour")} {(random.Next(2) == 0 ? "=" : "!=")} {Text()}",
        4 => $"{Name("colour")} {(random.Next(2) == 0 ? "in" : "not in")} [{Text()}, {Text()}]",
        5 => $"{Number(1)} in [{random.Next(5)}, -{random.Next(5)}, 2.5]",
        6 => $"{(random.Next(3) switch { 0 => Number(1), 1 => DayValue(1), _ => Name("colour") })} is {(random.Next(2) == 0 ? "known" : "missing")}",
        7 => $"{DayValue(1)} {Window()}",
        _ => inWhere ? Flag() : $"exists({Events()})",
    };

    private string Number(int depth) => random.Next(depth == 0 ? 3 : 9) switch
    {
        0 => $"{random.Next(6)}",
        1 => Name("number"),
        2 => Name("half"),
        3 => $"abs({Number(depth - 1)})",
        4 => $"({Number(depth - 1)} {"+-*/"[random.Next(4)]} {Number(depth - 1)})",
        5 => $"({DayValue(depth - 1)} - {DayValue(depth - 1)})",
        6 => $"age on {DayValue(0)}",
        _ => inWhere ? Name("half") : $"count({Events()})",
    };

    private string DayValue(int depth) => random.Next(depth == 0 ? 3 : 6) switch
    {
        0 => Name("day"),
        1 => inWhere ? (random.Next(2) == 0 ? "start" : "end") : hasIndex && random.Next(2) == 0 ? "index" : "birth_date",
        2 => Days.Date(Day()).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        3 => $"({DayValue(depth - 1)} {"+-"[random.Next(2)]} {Number(0)})",
        _ => inWhere ? Name("day") : $"{(random.Next(2) == 0 ? "first" : "last")}({Events()})",
    };

    private string Events()
    {
        string kinds = random.Next(4) switch { 0 => "any", 1 => $"{Kinds[0]} or {Kinds[2]}", _ => Kinds[random.Next(3)] };
        string windows = string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => $", {Window()}"));
        if (random.Next(2) == 0) return kinds + windows;
        inWhere = true;
        string where = Condition(1);
        inWhere = false;
        return $"{kinds}, where {where}{windows}";
    }

    private string Window()
    {
        string side = random.Next(5) switch { 0 => "after", 1 => "before", 2 => "on or after", 3 => "on or before", _ => "on" };
        string length = side == "on" || random.Next(2) == 0 ? "" : $"within {random.Next(1, 60)} {(random.Next(4) switch { 0 => "days", 1 => "weeks", 2 => "months", _ => "years" })} ";
        return $"{length}{side} {DayValue(0)}";
    }

    private string Flag() => Name("flag");

    private string Name(string name) => inWhere ? "e" + name : name;

    private string Sign() => random.Next(6) switch { 0 => "=", 1 => "!=", 2 => "<", 3 => "<=", 4 => ">", _ => ">=" };

    private string Text() => $"'{Words[random.Next(Words.Length)].Replace("'", "''")}'";

    private int Day() => 15_000 + random.Next(400);
}
