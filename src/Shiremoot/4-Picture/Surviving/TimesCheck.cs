using Shiremoot.Terms;

namespace Shiremoot.Picture.Surviving;

/// <summary>Looks whether times can be.</summary>
static class TimesCheck
{
    public static Refusal? Refuse(TimesToEvent times)
    {
        int rows = times.Rows;
        if (times.Cause.Length != rows || (times.Entry ?? times.Time).Length != rows || (times.Weight ?? times.Time).Length != rows) throw new ArgumentException("Columns of times differ in length.", nameof(times));
        if (rows == 0) return SurvivalRefusals.NoRows();
        for (int r = 0; r < rows; r++)
        {
            if (!double.IsFinite(times.Time[r])) return SurvivalRefusals.TimeNotKnown(r);
            if (times.Entry is not null && !(times.Entry[r] < times.Time[r])) return SurvivalRefusals.EntryNotBefore(r, times.Entry[r], times.Time[r]);
            if (times.Weight is not null && !(times.Weight[r] > 0 && double.IsFinite(times.Weight[r]))) return SurvivalRefusals.WeightNotPositive(r, times.Weight[r]);
            ArgumentOutOfRangeException.ThrowIfNegative(times.Cause[r]);
        }
        return null;
    }
}
