using System.Text.Json;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Writes a picture of areas as one JSON object: what the command line prints and the API returns.</summary>
public static class AreaJson
{
    public static void Write(Utf8JsonWriter json, AreaPicture picture)
    {
        AreaMeasure measure = picture.Measure;
        json.WriteStartObject();
        json.WriteString("measure", measure.Id);
        json.WriteString("title", measure.Title);
        json.WriteString("definition", measure.Definition);
        json.WriteString("version", measure.Version);
        json.WriteString("unit", measure.Unit);
        json.WriteString("origin", picture.Origin.ToString().ToLowerInvariant());
        json.WriteString("origin_says", picture.Origin.Says());
        json.WriteString("source", measure.Source);
        Texts(json, "questions", measure.Questions);
        Texts(json, "by", picture.By);
        List(json, "areas", picture.Areas, a =>
        {
            json.WriteString("code", a.Code);
            json.WriteString("name", a.Name);
        });
        List(json, "rows", picture.Rows, r =>
        {
            json.WriteString("period", r.Period);
            json.WriteString("area", r.Area);
            Group(json, picture.By, r.Group);
            Figure(json, r.Figure);
        });
        List(json, "totals", picture.Totals, t =>
        {
            json.WriteString("period", t.Period);
            Group(json, picture.By, t.Group);
            Figure(json, t.Figure);
            json.WriteNumber("areas_with_figure", t.AreasWithFigure);
        });
        Compared(json, picture);
        List(json, "notes", measure.Notes, n =>
        {
            json.WriteString("says", n.Says);
            if (n.Figure is not null) json.WriteString("figure", n.Figure);
            if (n.Source is not null) json.WriteString("source", n.Source);
        });
        List(json, "breaks", measure.Breaks, b =>
        {
            json.WriteString("at", b.At);
            json.WriteString("says", b.Says);
            if (b.By is not null) json.WriteString("by", b.By);
        });
        List(json, "not_shown", picture.Caught, c =>
        {
            json.WriteString("period", c.Period);
            json.WriteString("area", c.Area);
            json.WriteNumber("published", c.Value);
            json.WriteString("says", c.Says);
        });
        List(json, "loads", picture.Loads, l =>
        {
            json.WriteNumber("load", l.Load);
            json.WriteString("feed", l.Feed);
            json.WriteString("file", l.FileName);
        });
        json.WriteEndObject();
    }

    private static void Compared(Utf8JsonWriter json, AreaPicture picture)
    {
        if (picture.ComparedIn is { } period) json.WriteString("compared_in", period);
        List(json, "compared", picture.Standings, s =>
        {
            json.WriteString("area", s.Area);
            Figure(json, s.Figure);
            if (s.Rank is { } rank)
            {
                json.WriteStartObject("rank");
                json.WriteNumber("position", rank.Position);
                json.WriteNumber("of", rank.Of);
                if (rank.Best is { } best) json.WriteNumber("best", best);
                if (rank.Worst is { } worst) json.WriteNumber("worst", worst);
                json.WriteEndObject();
            }
            List(json, "with", s.Comparisons, c =>
            {
                json.WriteString("name", c.Name);
                if (c.Code.Length > 0) json.WriteString("code", c.Code);
                Number(json, "value", c.Value);
                json.WriteString("says", c.Says);
            });
        });
        List(json, "trends", picture.Trends, t =>
        {
            json.WriteString("area", t.Area);
            json.WriteString("says", t.Says);
        });
    }

    private static void Figure(Utf8JsonWriter json, AreaFigure figure)
    {
        Number(json, "value", figure.Value);
        Number(json, "lower", figure.Interval?.Lower);
        Number(json, "upper", figure.Interval?.Upper);
        json.WriteString("method", figure.Interval?.Method);
        Number(json, "numerator", figure.Numerator);
        Number(json, "denominator", figure.Denominator);
        Texts(json, "flags", figure.Flags);
    }

    private static void Group(Utf8JsonWriter json, IReadOnlyList<string> by, IReadOnlyList<string> group)
    {
        for (int i = 0; i < group.Count; i++) json.WriteString(by[i], group[i]);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
