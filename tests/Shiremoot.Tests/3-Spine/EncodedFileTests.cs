using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>What an encoded file holds, and what it does not.</summary>
public sealed class EncodedFileTests : IDisposable
{
    private const string OneRecord = "agency,reference,forename,surname,born,postcode,pnc\npolice,A1,Jane,Smith,1980-05-17,B1 2CD,PNC1X\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("encoded");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_record_always_comes_to_these_bytes()
    {
        string[] lines = Encode(OneRecord, options: new EncodeOptions());
        lines[0].ShouldBe("record,source,encoded_with,person,outline,pnc,cro,prison,crn,nhs,upn,nino,keys");
        lines[1].ShouldBe(Pinned);
    }

    [Fact]
    public void The_same_whatever_the_threads_the_order_of_rows_and_the_culture()
    {
        string csv = EncodedPeople.Make(3000).Csv;
        string[] rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries), first = Encode(csv, options: new EncodeOptions { Threads = 1 });
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = odd;
            Encode(string.Join('\n', rows.Take(1).Concat(rows.Skip(1).Reverse())), options: new EncodeOptions { Threads = 7 }).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_keys_have_nothing_in_common_and_nor_have_two_encodings_under_one_key()
    {
        string csv = EncodedPeople.Make(400).Csv;
        string[] one = Encode(csv);
        NothingShared(one, Encode(csv, EncodedPeople.OtherKey));
        NothingShared(one, Encode(csv, encoding: EncodedPeople.Encoding() with { Id = "another" }));
    }

    [Fact]
    public void Nothing_of_a_record_stands_in_the_file_as_it_was()
    {
        string csv = EncodedPeople.Make(400).Csv, written = string.Join('\n', Encode(csv, options: new EncodeOptions()).Skip(1));
        foreach (string row in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            string[] cells = row.Split(',');
            foreach (string cell in cells.Skip(1).Where(c => c.Length > 4)) written.ShouldNotContain(cell, Case.Insensitive);
        }
    }

    [Fact]
    public void A_filter_is_the_one_worked_out_plainly()
    {
        FilterSpec spec = new("person", [(new FieldPart("surname", "bigrams"), 5), (new FieldPart("born", "day"), 9)], 256) { IsFolded = true, Salt = new FieldPart("born", "year") };
        RecordEncoding encoding = new() { Id = "plain", Filters = [spec], Tokens = ["pnc"], Keys = new BlockKeySpec(20, []) };
        string[] cells = Encode(OneRecord, encoding: encoding)[1].Split(',');

        bool[] bits = new bool[256];
        foreach (string gram in (string[])["_S", "SM", "MI", "IT", "TH", "H_"]) Set("filter person surname:bigrams", gram, 5);
        Set("filter person born:day", "0517", 9);
        byte[] folded = new byte[16];
        for (int bit = 0; bit < 128; bit++)
            if (bits[bit] != bits[bit + 128]) folded[bit / 8] |= (byte)(1 << (bit % 8));
        cells[3].ShouldBe(Convert.ToBase64String(folded));
        cells[4].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(For("token pnc"), "PNC1X"u8)[..12]).Replace('+', '-').Replace('/', '_'));

        byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromHexString(EncodedPeople.Key), 32, Encoding.UTF8.GetBytes("shiremoot encoding plain"), Encoding.UTF8.GetBytes(use));
        void Set(string use, string piece, int hashes)
        {
            byte[] message = new byte[8];
            BinaryPrimitives.WriteUInt32LittleEndian(message, Short("1980"));
            BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), Short(piece));
            byte[] stream = HKDF.Expand(HashAlgorithmName.SHA256, HMACSHA256.HashData(For(use), message), hashes * 4, []);
            for (int h = 0; h < hashes; h++) bits[(int)(new BigInteger(stream.AsSpan(h * 4, 4), isUnsigned: true) * 256 >> 32)] = true;
        }
        static uint Short(string text) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text)) is var hash ? unchecked((uint)(hash ^ (hash >> 32))) : 0;
    }

    [Fact]
    public void Dice_is_twice_the_shared_bits_over_the_bits_of_both()
    {
        Random chance = new(5);
        ValueTable table = new();
        for (int n = 0; n < 60; n++)
        {
            byte[] filter = new byte[new[] { 1, 7, 8, 32, 64 }[n % 5]];
            chance.NextBytes(filter);
            if (n > 50) Array.Fill(filter, byte.MaxValue);
            table.Number(filter);
        }
        FilterBits filters = new(table);
        for (int a = 1; a <= table.Count; a++)
            for (int b = 1; b <= table.Count; b++) ((double)filters.Dice(a, b)).ShouldBe(Plain(table[a].ToArray(), table[b].ToArray()), 1e-6);

        static double Plain(byte[] a, byte[] b) => 2.0 * a.Zip(b).Sum(p => BitOperations.PopCount((uint)(p.First & p.Second))) / (a.Sum(x => BitOperations.PopCount(x)) + b.Sum(x => BitOperations.PopCount(x)));
    }

    [Theory]
    [InlineData("correct horse battery staple", "SPINE-31")]
    [InlineData("", "SPINE-32")]
    [InlineData("00112233445566778899aabbccddeeff", "SPINE-32")]
    [InlineData("c2hvcnQ=", "SPINE-32")]
    [InlineData("abababababababababababababababababababababababababababababababababab", "SPINE-33")]
    public void A_key_that_is_none_or_could_be_guessed_is_refused(string text, string code)
    {
        EncodingKey.ReadText(text, "linkage.key").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe(code);
        if (text.Length > 0) why.ToString().ShouldNotContain(text);
    }

    [Fact]
    public void A_key_file_that_is_not_there_is_refused() => EncodingKey.Read(Path.Combine(folder.FullName, "none.key")).Refused(out Refusal? why, out _).ShouldBe(why?.Code == "SPINE-30");

    [Fact]
    public void Files_of_two_keys_are_not_linked()
    {
        string csv = EncodedPeople.Make(50).Csv;
        string[] one = Encode(csv), other = Encode(csv, EncodedPeople.OtherKey);
        string both = Path.Combine(folder.FullName, "both.csv");
        File.WriteAllLines(both, [.. one, .. other.Skip(1)]);
        LinkModel model = EncodedPeople.EncodedModel;
        Linking.Link(RecordFile.Read([both], model).Value, model, new LinkOptions()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SPINE-35");
    }

    [Fact]
    public void What_an_encoding_needs_and_a_model_lacks_is_refused_and_what_it_could_use_is_told()
    {
        RecordTable table = EncodedPeople.Read(folder.FullName, OneRecord);
        string file = Path.Combine(folder.FullName, "out.csv");
        EncodingKey key = EncodingKey.ReadText(EncodedPeople.Key, "key").Value;
        EncodedFile.Write(table, EncodedPeople.Encoding(), key, file, new EncodeOptions()).Value.Missing.ShouldBe(["cro", "prison", "crn", "nhs", "upn", "nino"]);
        RecordEncoding needy = EncodedPeople.Encoding(f => f with { Needs = [new FieldPart("shoe_size", null)] });
        EncodedFile.Write(table, needy, key, file, new EncodeOptions()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SPINE-34");
    }

    [Fact]
    public void A_partner_can_look_up_which_record_a_pseudonym_is_of()
    {
        string lookup = Path.Combine(folder.FullName, "keep.csv");
        string[] lines = Encode(OneRecord, options: new EncodeOptions { Lookup = lookup });
        File.ReadAllLines(lookup).ShouldBe(["record,source,id", $"{lines[1].Split(',')[0]},police,A1"]);
    }

    [Fact]
    public void Records_that_cannot_be_told_apart_have_no_pseudonym()
    {
        RecordTable table = EncodedPeople.Read(folder.FullName, OneRecord + OneRecord.Split('\n')[1] + "\n");
        EncodedFile.Write(table, EncodedPeople.Encoding(), EncodingKey.ReadText(EncodedPeople.Key, "key").Value, Path.Combine(folder.FullName, "out.csv"), new EncodeOptions()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("SPINE-36");
    }

    [Fact]
    public void All_faults_of_an_encoding_file_are_told_with_their_lines()
    {
        RecordEncodingFile.ReadText("""
            id: wrong
            filters:
              person:
                bits: 500
                salt: born:yaer
                hashes: { "surname:bigrams": 1000 }
            keys: { bits: 2, of: ["born, , surname"] }
            """, "wrong.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.Count.ShouldBe(5);
        why.Details.ShouldContain(d => d.Contains("year", StringComparison.Ordinal));
    }

    private string[] Encode(string csv, string key = EncodedPeople.Key, RecordEncoding? encoding = null, EncodeOptions? options = null) =>
        EncodedPeople.Encode(EncodedPeople.Read(folder.FullName, csv), Path.Combine(folder.FullName, "out.csv"), key, encoding, options);

    // Neither marks, filters nor tokens; block keys are so short that as many are shared as are by chance.
    private static void NothingShared(string[] one, string[] other)
    {
        for (int column = 2; column < 6; column++)
            one.Skip(1).Select(l => l.Split(',')[column]).Intersect(other.Skip(1).Select(l => l.Split(',')[column])).Where(c => c.Length > 0).ShouldBeEmpty();
        HashSet<string> Keys(string[] lines) => [.. lines.Skip(1).SelectMany(l => l.Split(',')[^1].Split(';'))];
        double byChance = (double)Keys(one).Count * Keys(other).Count / (1 << 20);
        ((double)Keys(one).Intersect(Keys(other)).Count()).ShouldBeLessThan(byChance + (4 * Math.Sqrt(byChance)) + 1);
    }

    private const string Pinned = "mmmIGZCtN9A6JjJYLxmzjA,police,20f81795,IdogYEqFCGYIABGYFAEyINLwdiLBSvgQQzPFW9MgEII=,QowmMmRwfK1AJQtSsSWVUA==,XwioJEsWiBhJT2qR,,,,,,,41487;76a05;8d09b;cf0b5;e4492;ecf82";
}
