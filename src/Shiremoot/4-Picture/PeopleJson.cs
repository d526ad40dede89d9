using System.Text.Json;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Writes a picture of people as one JSON object. A figure that is withheld is null, and says so beside it.</summary>
public static class PeopleJson
{
    public static void Write(Utf8JsonWriter json, PeoplePicture picture)
    {
        json.WriteStartObject();
        json.WriteString("measure", picture.Measure.Id);
        json.WriteString("title", picture.Measure.Title);
        json.WriteString("definition", picture.Definition);
        json.WriteString("version", picture.Measure.Version);
        json.WriteString("unit", PeopleTables.UnitOf(picture.Measure));
        json.WriteString("origin", picture.Origin.ToString().ToLowerInvariant());
        json.WriteString("origin_says", picture.Origin.Says());
        json.WriteString("source", picture.Measure.Source);
        json.WriteString("records", picture.Records);
        json.WriteString("period", picture.Period);
        json.WriteString("maturity", picture.Maturity);
        json.WriteString("disclosure", picture.Rules.Name);
        json.WriteString("disclosure_says", picture.Rules.Label);
        if (picture.Holding is { } holding) Holding(json, holding);
        json.WriteStartArray("rows");
        foreach (PeopleRow row in picture.Rows) WriteRow(json, row);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in picture.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, PeopleRow row)
    {
        json.WriteStartObject();
        json.WriteString("by", row.By);
        json.WriteString("group", row.Group);
        json.WriteString("group_title", row.Title);
        if (row.Each.Length > 0) json.WriteString("each", row.Each);
        if (row.Code.Length > 0) json.WriteString("code", row.Code);
        Count(json, "people", row.People);
        Count(json, "with", row.With);
        if (row.Share is { } share)
        {
            Number(json, "share", share.Value);
            Number(json, "lower", share.Interval?.Lower);
            Number(json, "upper", share.Interval?.Upper);
            if (share.Interval is { } interval) json.WriteString("method", interval.Method);
        }
        if (row.Expected is { } expected)
        {
            Number(json, "expected", expected.Number.Shown);
            Number(json, "expected_share", expected.Share.Shown);
            Number(json, "ratio", expected.Ratio.Shown);
            Number(json, "ratio_lower", expected.Lower.Shown);
            Number(json, "ratio_upper", expected.Upper.Shown);
            if (expected.Standing is { } standing) json.WriteString("in_funnel", PeopleFunnel.Says(standing));
        }
        if (row.Relative is { } relative)
        {
            json.WriteString("against", relative.Against);
            Number(json, "relative_rate", relative.Ratio.Shown);
            Number(json, "relative_lower", relative.Lower.Shown);
            Number(json, "relative_upper", relative.Upper.Shown);
        }
        if (row.Adjusted is { } adjusted)
        {
            Number(json, "adjusted_rate", adjusted.Ratio.Shown);
            Number(json, "adjusted_lower", adjusted.Lower.Shown);
            Number(json, "adjusted_upper", adjusted.Upper.Shown);
        }
        if (row.Foretold is { } foretold) Number(json, "foretold", foretold.Shown);
        if (row.Factor is { } factor) Factor(json, factor);
        if (row.Model is { } model) Model(json, model);
        Count(json, "left_out", row.LeftOut);
        Count(json, "events", row.Events);
        if (row.Mean is { } mean) Number(json, "mean", mean.Shown);
        if (row.Median is { } median) Number(json, "median", median.Shown);
        if (row.Concentration is { } concentration) Concentration(json, concentration);
        json.WriteEndObject();
    }

    private static void Holding(Utf8JsonWriter json, ScoreHolding holding)
    {
        json.WriteStartObject("score_holds");
        foreach ((string name, EstimateShown shown) in ((string, EstimateShown)[])[("calibration_in_the_large", holding.InTheLarge), ("calibration_slope", holding.Slope), ("area_under_curve", holding.Area)])
        {
            json.WriteStartObject(name);
            Number(json, "value", shown.Value.Shown);
            Number(json, "lower", shown.Lower.Shown);
            Number(json, "upper", shown.Upper.Shown);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Factor(Utf8JsonWriter json, PeopleFactor factor)
    {
        json.WriteString("state", factor.State switch
        {
            FactorState.Kept => "kept",
            FactorState.HeldAlike => "held-alike",
            FactorState.Beside => "beside",
            FactorState.NotKept => "not-kept",
            FactorState.TooFew => "too-few",
            FactorState.Dropped => "dropped",
            _ => "no-model",
        });
        json.WriteString("says", factor.Says);
        Number(json, "odds_ratio", factor.OddsRatio.Shown);
        Number(json, "odds_lower", factor.Lower.Shown);
        Number(json, "odds_upper", factor.Upper.Shown);
        Number(json, "points", factor.Points.Shown);
        Number(json, "points_lower", factor.PointsLower.Shown);
        Number(json, "points_upper", factor.PointsUpper.Shown);
    }

    private static void Model(Utf8JsonWriter json, FactorModel model)
    {
        json.WriteNumber("asked", model.Asked);
        json.WriteNumber("kept", model.Kept);
        Number(json, "auc", model.Auc.Shown);
        Number(json, "auc_lower", model.AucLower.Shown);
        Number(json, "auc_upper", model.AucUpper.Shown);
        Number(json, "in_the_large", model.InTheLarge.Shown);
        Number(json, "in_the_large_lower", model.InTheLargeLower.Shown);
        Number(json, "in_the_large_upper", model.InTheLargeUpper.Shown);
        Number(json, "slope", model.Slope.Shown);
        Number(json, "slope_lower", model.SlopeLower.Shown);
        Number(json, "slope_upper", model.SlopeUpper.Shown);
    }

    private static void Concentration(Utf8JsonWriter json, Concentration concentration)
    {
        Number(json, "gini", concentration.Gini.Shown);
        json.WriteStartArray("top");
        foreach (TopShare top in concentration.Top)
        {
            json.WriteStartObject();
            json.WriteNumber("per_cent_of_people", top.PerCent);
            Count(json, "people", top.People);
            Count(json, "events", top.Events);
            Number(json, "share", top.Share.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lorenz");
        foreach (LorenzPoint point in concentration.Lorenz)
        {
            json.WriteStartObject();
            json.WriteNumber("people", point.PeopleShare);
            Number(json, "demand", point.DemandShare.Shown);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Count(Utf8JsonWriter json, string name, ProtectedCount? count)
    {
        if (count is { } value) Number(json, name, value.Shown);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
