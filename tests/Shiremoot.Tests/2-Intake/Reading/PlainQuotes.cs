using Shiremoot.Intake;
using Shiremoot.Intake.Reading;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>The rules of quoting one byte at a time: the plain twin of the kernel.</summary>
internal static class PlainQuotes
{
    public static QuoteScan Scan(ReadOnlySpan<byte> text, byte delimiter)
    {
        int end = 0;
        long breaks = 0, breaksAtEnd = 0;
        bool inside = false, mayOpen = true, justClosed = false, rowEnded = false, lineEnded = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            bool isSecondOfPair = b == '\n' && i > 0 && text[i - 1] == '\r';
            if (lineEnded && !isSecondOfPair) breaks++;
            if (rowEnded && !isSecondOfPair) (end, breaksAtEnd) = (i, breaks);
            if (!isSecondOfPair) (rowEnded, lineEnded) = (false, false);
            bool isBreak = b is (byte)'\n' or (byte)'\r', isSeparator = isBreak || b == delimiter;
            if (justClosed && !isSeparator && b != '"') return new QuoteScan(end, breaksAtEnd, i, false);
            if (b == '"' && !inside && !mayOpen && !justClosed) return new QuoteScan(end, breaksAtEnd, i, false);
            justClosed = b == '"' && inside;
            if (b == '"') inside = !inside;
            mayOpen = isSeparator;
            if (isBreak) lineEnded = true;
            if (isBreak && !inside) rowEnded = true;
        }

        return new QuoteScan(end, breaksAtEnd, -1, inside);
    }
}
