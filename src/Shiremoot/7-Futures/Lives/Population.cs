using Shiremoot.Terms;

namespace Shiremoot.Futures.Lives;

/// <summary>Where people live and how they see their ethnicity: drawn beside the career and apart from it, so that shares by group come out as given.</summary>
internal sealed class Population
{
    private readonly double[] adults, children, ethnicities;

    public Population(GenerateSettings settings)
    {
        adults = Upto(settings.Districts.Select(d => d.Adults));
        children = Upto(settings.Districts.Select(d => d.Children));
        ethnicities = Upto(settings.Ethnicities.Select(e => e.Share));
    }

    public void Place(Career career, ref Chance chance)
    {
        career.Life.District = At(career.BeganAsChild ? children : adults, chance.Share());
        career.Life.Ethnicity = At(ethnicities, chance.Share());
    }

    private static double[] Upto(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        double sum = all.Sum(), upto = 0;
        return [.. all.Select(w => upto += sum > 0 ? w / sum : 1.0 / all.Length)];
    }

    private static int At(double[] upto, double share)
    {
        int i = 0;
        while (i < upto.Length - 1 && share >= upto[i]) i++;
        return i;
    }
}
