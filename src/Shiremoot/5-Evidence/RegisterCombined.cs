using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>A local result shrunk towards what is published of the same intervention and outcome, with the weights.</summary>
/// <param name="Local">The place's own.</param>
/// <param name="Effect">The combined effect on the scale, with its distribution.</param>
/// <param name="Interval">Of it, on the scale.</param>
/// <param name="LocalWeight">The share of the answer that is the place's own result: 0 to 1.</param>
/// <param name="Prior">What is expected of a place not yet looked at: mean and error on the scale.</param>
/// <param name="Tau">Standard deviation of true effects between places, on the scale.</param>
/// <param name="Published">Each published entry used, with its share of the answer.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record RegisterCombined(
    RegisterEntry Local, RegisterEffect Effect, Interval Interval, double LocalWeight, (double Mean, double Error) Prior, double Tau,
    IReadOnlyList<(RegisterEntry Entry, double Weight)> Published, IReadOnlyList<string> Notes);
