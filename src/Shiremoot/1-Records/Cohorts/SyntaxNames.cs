namespace Shiremoot.Records.Cohorts;

/// <summary>Every name of an attribute or of a kind of event that a text uses.</summary>
static class SyntaxNames
{
    public static IEnumerable<string> Of(Syntax? syntax) => syntax switch
    {
        null => [],
        Syntax.Name n => [n.Written],
        Syntax.Call c => c.Kinds.Select(k => k.Written).Concat(Of(c.Where)).Concat(c.Windows.SelectMany(w => Of(w.Point))),
        _ => Parts(syntax).SelectMany(Of),
    };

    private static IEnumerable<Syntax> Parts(Syntax syntax) => syntax switch
    {
        Syntax.Not n => [n.Of],
        Syntax.And a => a.All,
        Syntax.Or o => o.Any,
        Syntax.Compare c => [c.Left, c.Right],
        Syntax.In i => [i.Value],
        Syntax.InList i => [i.Value],
        Syntax.AtLeast a => a.Of,
        Syntax.Known k => [k.Value],
        Syntax.Within w => [w.Value, w.Window.Point],
        Syntax.Sum s => [s.Left, s.Right],
        Syntax.Abs a => [a.Of],
        Syntax.AgeOn a => [a.OnDay],
        _ => [],
    };
}
