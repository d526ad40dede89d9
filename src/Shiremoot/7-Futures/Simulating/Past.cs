namespace Shiremoot.Futures.Simulating;

/// <summary>How a system stands on a day: what a run goes on from.</summary>
internal sealed record Past(
    double Day, SimulatedPerson[] People, Traits[] Traits, int[] Slots, WaitingLine[] Lines, RunSeries.Cell[] Cells, (int Free, int Used, int Later, int Shift, long Slot, uint Number, double PerDay) Stand);
