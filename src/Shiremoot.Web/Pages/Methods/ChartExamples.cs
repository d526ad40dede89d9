using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Methods;

/// <summary>Made-up figures that explain how each kind of drawing is read. Labelled so wherever they stand.</summary>
internal static class ChartExamples
{
    private static readonly Source MadeUp = new(Origin.Generated, "made up for this page");
    private static readonly Unit Rate = new("per 1,000 residents", Decimals: 1);
    private static readonly string[] Years = ["2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"];

    public static FigureView Figure { get; } = new(
        "Came back within a year", "32.0%", "95% interval 29.2% to 35.0%, of 1,000 people",
        new("People released in the year with a new proven offence within 12 months of release.", ["Numerator: 320 people", "Denominator: 1,000 people", "Interval: Wilson score, 95%"],
            "Released January to December 2023, followed for 12 months", MadeUp));

    public static ChartView Line
    {
        get
        {
            double?[] north = [24.1, 23.4, 22.8, 18.2, 17.6, 16.9, 16.1, 15.8];
            double?[] south = [19.2, 19.5, 18.9, 15.1, 15.4, 15.6, 15.9, 16.0];
            LineDrawing drawing = new(Rate, Years, [With("Northmoor", north, 0.9), With("Southmoor", south, 0.8)])
            {
                Breaks = [new("2020", "new counting rules")],
                IncompleteFrom = "2023",
            };
            return new("example-line", "Northmoor’s rate has come down to Southmoor’s", "Made-up offences per 1,000 residents, two areas, 2017 to 2024", drawing,
                Years.Select((year, i) => Row.Of(year, Written.As(north[i], Rate), Written.As(south[i], Rate)))
                    .AsTable("Made-up offences per 1,000 residents by year", new("Year"), new("Northmoor", true), new("Southmoor", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Bar
    {
        get
        {
            string[] areas = ["Ashby and the Weald", "Birchford", "Coldwater", "Deeping St Mary", "Elmstow"];
            double?[] values = [21.4, 18.0, 17.2, 12.9, 9.6];
            Series series = With("Rate", values, 1.6);
            BarDrawing drawing = new(Rate, areas, [series]) { Highlight = "Coldwater", Reference = new("All areas", 16.1) };
            return new("example-bar", "Coldwater is close to the rate of all areas together", "Made-up offences per 1,000 residents, five areas, 2024", drawing,
                areas.Select((area, i) => Row.Of(area, Written.As(values[i], Rate), $"{Written.As(series.Lower![i], Rate)} to {Written.As(series.Upper![i], Rate)}"))
                    .AsTable("Made-up offences per 1,000 residents by area", new("Area"), new("Rate", true), new("95% interval", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Funnel
    {
        get
        {
            Unit percent = new("share who came back", Suffix: "%", Decimals: 1);
            (string Name, double People, double Share)[] areas =
                [("Ashby", 120, 38), ("Birchford", 310, 33.5), ("Coldwater", 640, 24.1), ("Deeping", 210, 27), ("Elmstow", 880, 31.2), ("Farley", 450, 34), ("Gresham", 1150, 32.6), ("Holt", 90, 25)];
            FunnelDrawing drawing = new(percent, "people released", [.. areas.Select(a => new FunnelPoint(a.Name, a.People, a.Share, a.Name == "Coldwater"))],
                [Bound("95% limits", 1.96, 1), Bound("95% limits", 1.96, -1), Bound("99.8% limits", 3.09, 1), Bound("99.8% limits", 3.09, -1)], 32, "All areas");
            return new("example-funnel", "Coldwater is lower than chance explains; Holt is not", "Made-up share of people who came back within a year, by number released", drawing,
                areas.Select(a => Row.Of(a.Name, $"{a.People:N0}", Written.As(a.Share, percent)))
                    .AsTable("Made-up share who came back, by area", new("Area"), new("People released", true), new("Came back", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Lorenz
    {
        get
        {
            double[][] points = [[0, 0], [20, 3], [40, 9], [60, 18], [80, 34], [90, 50], [95, 64], [99, 86], [100, 100]];
            return new("example-lorenz", "A tenth of the people hold half of the events", "Made-up share of events held by people in order of their number of events", new LorenzDrawing("People, fewest events first", "Share of events", points),
                points.Select(p => Row.Of($"{p[0]:0}%", $"{p[1]:0}%")).AsTable("Made-up share of events held", new("Share of people"), new("Share of events", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Sankey
    {
        get
        {
            (string Name, int Step)[] nodes = [("Arrest", 0), ("Charge", 1), ("No further action", 1), ("Sentence", 2), ("Acquittal", 2)];
            (int From, int To, int People)[] flows = [(0, 1, 620), (0, 2, 380), (1, 3, 510), (1, 4, 110)];
            return new("example-sankey", "Most people arrested go on to a charge, and most of those to a sentence", "Made-up people by the stages they went through", new SankeyDrawing(new("people"), [.. nodes.Select(n => new SankeyNode(n.Name, n.Step))], [.. flows.Select(f => new SankeyLink(f.From, f.To, f.People))]),
                flows.Select(f => Row.Of(nodes[f.From].Name, nodes[f.To].Name, Written.As(f.People, new("people")))).AsTable("Made-up people going from stage to stage", new("From"), new("To"), new("People", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Waterfall
    {
        get
        {
            Unit pounds = new("£ million", "£", "m", 1);
            WaterfallStep[] steps = [new("Costs", -4.2), new("Savings, cashable", 0.6), new("Savings, not cashable", 2.1), new("Harm not done", 3.4), new("Net value", 1.9, true)];
            return new("example-waterfall", "The option brings more than it costs, though not to budgets", "Made-up costs and benefits of an option, present values", new WaterfallDrawing(pounds, steps),
                steps.Select(s => Row.Of(s.Name, Written.As(s.Value, pounds))).AsTable("Made-up costs and benefits", new("What"), new("Present value", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static ChartView Tornado
    {
        get
        {
            Unit pounds = new("£ million", "£", "m", 1);
            (string Name, double Low, double High)[] numbers = [("Effect", -2.1, 6.4), ("People reached", 0.4, 3.6), ("Cost of a place", 3.1, 0.9)];
            return new("example-tornado", "The size of the effect matters most", "Made-up net value of an option as each number goes from its low end to its high end", new TornadoDrawing(pounds, [.. numbers.Select(n => n.Name)], [.. numbers.Select(n => n.Low)], [.. numbers.Select(n => n.High)], 2),
                numbers.Select(n => Row.Of(n.Name, Written.As(n.Low, pounds), Written.As(n.High, pounds))).AsTable("Made-up net value", new("Number"), new("At its low end", true), new("At its high end", true)), MadeUp)
            { HeadingLevel = 3 };
        }
    }

    public static MapView Map
    {
        get
        {
            MapArea[] areas = [.. from row in Enumerable.Range(0, 4) from column in Enumerable.Range(0, 6) select Hexagon(row, column)];
            return new("example-map", "The rate rises towards the south-east", "Made-up offences per 1,000 residents, 24 made-up areas", Rate, areas,
                areas.Select(a => Row.Of(a.Name, a.Shown)).AsTable("Made-up offences per 1,000 residents by area", new("Area"), new("Rate", true)), MadeUp)
            { HeadingLevel = 3, Width = 520, Height = 300 };
        }
    }

    private static Series With(string name, double?[] values, double half) =>
        new(name, values, [.. values.Select(v => v - half)], [.. values.Select(v => v + half)]);

    // The normal approximation is near enough for a picture of how limits narrow.
    private static FunnelLimit Bound(string name, double z, int side) =>
        new(name, [.. Enumerable.Range(0, 24).Select(i => 60.0 + (50 * i)).Select(n => (double[])[n, 32 + (side * z * 100 * Math.Sqrt(0.32 * 0.68 / n))])]);

    private static MapArea Hexagon(int row, int column)
    {
        (double east, double south) = (column + (row % 2 * 0.5), row * Math.Sqrt(3) / 2);
        FormattableString[] corners = [.. Enumerable.Range(0, 6).Select(i => (FormattableString)$"{60 + (70 * east) + (40 * Math.Sin(i * Math.PI / 3)):0.#} {60 + (70 * south) + (40 * Math.Cos(i * Math.PI / 3)):0.#}")];
        double? value = (row, column) == (1, 4) ? null : 6 + (row * 2.5) + (column * 1.7);
        return new($"X{row}{column}", $"Area {(char)('A' + row)}{column + 1}", $"M{string.Join('L', corners.Select(FormattableString.Invariant))}Z", value, Written.As(value, new("", Decimals: 1)));
    }

    private static TableView AsTable(this IEnumerable<Row> rows, string caption, params Column[] columns) => new(caption, columns, [.. rows]);
}
