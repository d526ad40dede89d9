namespace Shiremoot.Intake.Mapping;

/// <summary>Why a row goes to quarantine, and the hint that goes with each reason. Never holds the value.</summary>
static class Faults
{
    public static readonly CellFault Required = new("no value in a column that must have one", "Fill it in, or take the row out of the extract.");

    public static readonly CellFault NotWhole = new("not a whole number", "Send digits only, without spaces, thousands marks or a unit.");

    public static readonly CellFault NotNumber = new("not a number", "Send digits and a decimal point; if the file uses other marks, say so in the feed ('decimal', 'thousands').");

    public static readonly CellFault OutOfRange = new("outside the range the feed allows", "Check the value; if it is right, widen 'min' and 'max' in the feed.");

    public static readonly CellFault NotDate = new("not a date or time in a form the feed allows", "Send it in one of the forms under 'formats', or add the form to the feed. Impossible dates such as 30 February are never moved to the next day.");

    public static readonly CellFault DateOutOfRange = new("a date too early or too late to be true", "Check the century and the order of day and month; if it is right, set 'earliest' and 'latest' in the feed.");

    public static readonly CellFault NotPeriod = new("not a period such as 2016, 2015/16, 2018Q2 or 2018-06", "Send one of these forms, or set 'style' in the feed.");

    public static readonly CellFault NotFlag = new("neither yes nor no", "Send yes or no, true or false, 1 or 0.");

    public static readonly CellFault UnknownCode = new("a code the feed's list does not have", "If the code is new and right, add it to 'codes'; or set 'unknown' to say what is done with such codes.");

    public static readonly CellFault UnknownArea = new("an area that is not known by this name or code", "Check the spelling and the kind of area in the feed.");

    public static readonly CellFault Spoiled = new("an identifier spoiled by a spreadsheet (such as 1.2E+12 or 123.0)", "Export the column as text from the system it came from; it cannot be put right here.");

    public static readonly CellFault WrongLength = new("not of the length the feed asks for", "Leading zeros may have been lost in a spreadsheet: export the column as text.");

    public static readonly CellFault WrongPattern = new("not in the form the feed asks for", "Compare it with 'pattern' in the feed.");

    public static readonly CellFault BeforeBirth = new("an event before the person's date of birth", "Check both dates; the order of day and month is the usual cause.");

    public static readonly CellFault EndsBeforeStart = new("an event that ends before it starts", "Check both dates.");

    public static readonly CellFault RepeatedKey = new("the same key as an earlier row of the file", "Send each row once; if rows may repeat, change 'key' or 'unique' in the feed.");

}
