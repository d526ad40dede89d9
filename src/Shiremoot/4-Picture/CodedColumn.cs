using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Shiremoot.Picture;

/// <summary>One column of a file as it is read: numbers, or numbers of its different texts. What is missing is told apart from both.</summary>
sealed class CodedColumn(string name, int at, bool isText)
{
    public const int Missing = -1;

    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<double> numbers = [];
    private readonly List<int> coded = [];

    public string Name => name;

    public int At => at;

    public bool IsText => isText;

    public List<double> Numbers => numbers;

    public List<int> Codes => coded;

    public List<string> Texts { get; } = [];

    public int MissingRows { get; private set; }

    /// <summary>Nothing, or one of the ways files write nothing.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty) return true;
        if (field.Length > 4) return false;
        foreach (ReadOnlySpan<char> way in (ReadOnlySpan<string>)["NA", "N/A", "NaN", "NULL", "."])
            if (Ascii.EqualsIgnoreCase(field, way)) return true;
        return false;
    }

    public static bool TryNumber(ReadOnlySpan<byte> field, out double number) =>
        Utf8Parser.TryParse(field, out number, out int used) && used == field.Length && double.IsFinite(number);

    /// <summary>Takes a field: false if it is to be a number and is none.</summary>
    public bool Take(ReadOnlySpan<byte> field)
    {
        bool missing = IsMissing(field);
        if (missing) MissingRows++;
        if (isText)
        {
            coded.Add(missing ? Missing : Code(field));
            return true;
        }
        double number = double.NaN;
        bool known = missing || TryNumber(field, out number);
        numbers.Add(missing ? double.NaN : number);
        return known;
    }

    public bool IsMissingIn(int row) => isText ? coded[row] == Missing : double.IsNaN(numbers[row]);

    /// <summary>The texts in order: as numbers if all are, otherwise by letter; and the place of each code in it.</summary>
    public (string[] Texts, int[] PlaceOf) InOrder()
    {
        bool areNumbers = Texts.All(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        int[] order = [.. Enumerable.Range(0, Texts.Count).OrderBy(c => areNumbers ? double.Parse(Texts[c], CultureInfo.InvariantCulture) : 0).ThenBy(c => Texts[c], StringComparer.Ordinal)];
        int[] place = new int[order.Length];
        for (int k = 0; k < order.Length; k++) place[order[k]] = k;
        return ([.. order.Select(c => Texts[c])], place);
    }

    private int Code(ReadOnlySpan<byte> field)
    {
        Span<char> text = field.Length <= 256 ? stackalloc char[256] : new char[field.Length];
        ReadOnlySpan<char> read = text[..Encoding.UTF8.GetChars(field, text)];
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(read, out int code)) return code;
        code = Texts.Count;
        Texts.Add(read.ToString());
        codes.Add(Texts[code], code);
        return code;
    }
}
