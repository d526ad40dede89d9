namespace Shiremoot.Economics.Costing;

/// <summary>A stretch that was priced: an event, or the nights or days of one that fall in one year and were not counted before.</summary>
/// <param name="Event">The place of the event among all.</param>
/// <param name="Rule">The place of its price.</param>
/// <param name="Year">The place of the year.</param>
/// <param name="Day">The day, or the first that is counted.</param>
/// <param name="Quantity">1 for an event; else nights or days.</param>
readonly record struct CostEntry(int Event, int Rule, int Year, int Day, int Quantity);

/// <summary>Told what was priced of one person, in order of time but for events that are counted once a day, which come when the day is over.</summary>
delegate void HearPerson(int person, ReadOnlySpan<CostEntry> entries);
