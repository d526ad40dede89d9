namespace Shiremoot.Futures.Extracts;

/// <summary>What a register has written down of the present person.</summary>
sealed class RegisterState
{
    private int begun;

    /// <summary>How many references the person has; 0 until the first row.</summary>
    public int Count { get; set; }

    public WrittenPerson[] Written { get; } = new WrittenPerson[IRegistrar.MostReferences];

    public ulong[] References { get; } = new ulong[IRegistrar.MostReferences];

    public void Clear() => (Count, begun) = (0, 0);

    /// <summary>True the first time a reference is used.</summary>
    public bool Begin(int registration)
    {
        bool isNew = (begun >> registration & 1) == 0;
        begun |= 1 << registration;
        return isNew;
    }
}

/// <summary>The rows of one extract in a chunk, and what of the present person is in it already.</summary>
sealed class LayoutState(LayoutPlan plan)
{
    private int[] cases = new int[16];
    private int had;
    private int lastGood = -1;

    public LayoutPlan Plan => plan;

    public RowBuffer Rows { get; } = new(plan.Layout.Delimiter, plan.Layout.QuoteAll);

    /// <summary>A bit for each reference of the person that stands in a good row.</summary>
    public int Good { get; set; }

    public void Begin() => (Good, had) = (0, 0);

    public void Clear()
    {
        Rows.Clear();
        lastGood = -1;
    }

    /// <summary>True if the person has had a row for this case; otherwise it has one now.</summary>
    public bool HadCase(int number, int person)
    {
        if (number < 0) return false;
        if (number >= cases.Length) Array.Resize(ref cases, Math.Max(number + 1, cases.Length * 2));
        bool hadIt = cases[number] == person;
        cases[number] = person;
        return hadIt;
    }

    /// <summary>True if the reference has had a row; otherwise it has one now.</summary>
    public bool Had(int registration)
    {
        bool hadIt = (had >> registration & 1) == 1;
        had |= 1 << registration;
        return hadIt;
    }

    /// <summary>Writes a row, or a planted one in its stead. True if it is good.</summary>
    /// <param name="row">What it is written from.</param>
    /// <param name="key">What rows are sorted by; its last bit is free.</param>
    /// <param name="chance">Below the rate of planting, the row is bad.</param>
    /// <param name="which">Which fault it has.</param>
    public bool Write(ExtractRow row, ulong key, double chance, double which)
    {
        int fault = chance < plan.Layout.PlantedRate ? (int)(which * plan.Faults.Length) : -1;
        while (fault >= 0 && plan.Faults[fault].Fault.IsRepeat && lastGood < 0) fault = (fault + 1) % plan.Faults.Length; // the first row of a chunk repeats none
        if (fault >= 0 && plan.Faults[fault].Fault.IsRepeat)
        {
            Rows.Repeat(lastGood, Rows.KeyOf(lastGood) | 1, (short)fault);
            return false;
        }
        plan.WriteRow(row, Rows, fault < 0 ? null : plan.Faults[fault]);
        Rows.EndRow(key, (short)fault);
        if (fault < 0) lastGood = Rows.Count - 1;
        return fault < 0;
    }
}
