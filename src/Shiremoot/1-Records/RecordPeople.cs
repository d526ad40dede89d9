using System.Text;
using Shiremoot.Records.StoriesReading;

namespace Shiremoot.Records;

/// <summary>Which records are of one person, as the spine says: for an agency and its reference, the person's number.</summary>
public sealed class RecordPeople
{
    private readonly RecordKeys keys = new();
    private readonly List<long> people = [];

    public void Add(string agency, string reference, long person)
    {
        int number = keys.Number(Encoding.UTF8.GetBytes(agency), Encoding.UTF8.GetBytes(reference));
        if (number == people.Count) people.Add(person);
        else people[number] = person;
    }

    /// <summary>The person of a record; null if the spine does not know the record.</summary>
    internal long? Of(ReadOnlySpan<byte> agency, ReadOnlySpan<byte> reference) => keys.Find(agency, reference) is >= 0 and var number ? people[number] : null;
}
