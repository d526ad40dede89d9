using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>Draws the place's measures while the first visitor signs in. A measure that cannot be drawn says so on its own page.</summary>
internal sealed class Warming(Shire shire) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            if (shire.Measures.Refused(out _, out PlaceMeasures? measures)) return;
            foreach (string id in measures.Ids)
            {
                if (stoppingToken.IsCancellationRequested) return;
                _ = DrawnMeasures.Draw(shire, [id], [], null);
            }
        },
        stoppingToken);
}
