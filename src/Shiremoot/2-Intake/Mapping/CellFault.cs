namespace Shiremoot.Intake.Mapping;

/// <summary>Why a value is bad and what the sender can do. Neither text holds the value itself.</summary>
sealed record CellFault(string Reason, string Hint);
