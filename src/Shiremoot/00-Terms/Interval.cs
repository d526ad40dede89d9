namespace Shiremoot.Terms;

/// <summary>An interval for an estimate, with the confidence it is meant to have (0.95) and the method by name.</summary>
public readonly record struct Interval(double Lower, double Upper, double Confidence, string Method);
