namespace Shiremoot.Spine.Standardising;

/// <summary>
/// Capital letters with marks, by the letter without: É by E. Written out, from the canonical decompositions of Unicode, because the runtime takes none apart where it is told to know no
/// culture (InvariantGlobalization), and a name must not depend on how the program was started.
/// </summary>
static class MarkedLetters
{
    private static readonly (char Plain, string Marked)[] All =
    [
        ('A', "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"), ('B', "ḂḄḆ"), ('C', "ÇĆĈĊČḈ"), ('D', "ĎḊḌḎḐḒ"), ('E', "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"), ('F', "Ḟ"),
        ('G', "ĜĞĠĢǦǴḠ"), ('H', "ĤȞḢḤḦḨḪẖ"), ('I', "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"), ('J', "Ĵǰ"), ('K', "ĶǨḰḲḴ"), ('L', "ĹĻĽḶḸḺḼ"), ('M', "ḾṀṂ"), ('N', "ÑŃŅŇǸṄṆṈṊ"),
        ('O', "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"), ('P', "ṔṖ"), ('R', "ŔŖŘȐȒṘṚṜṞ"), ('S', "ŚŜŞŠȘṠṢṤṦṨ"), ('T', "ŢŤȚṪṬṮṰẗ"),
        ('U', "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"), ('V', "ṼṾ"), ('W', "ŴẀẂẄẆẈẘ"), ('X', "ẊẌ"), ('Y', "ÝŶŸȲẎẙỲỴỶỸ"), ('Z', "ŹŻŽẐẒẔ"), ('Æ', "ǢǼ"), ('Ø', "Ǿ"),
        ('Ʒ', "Ǯ"), ('Α', "Ά"), ('Ε', "Έ"), ('Η', "Ή"), ('Ι', "ΊΐΪ"), ('Ο', "Ό"), ('Υ', "ΎΫ"), ('Ω', "Ώ"), ('І', "Ї"), ('А', "ӐӒ"), ('Г', "Ѓ"), ('Е', "ЀЁӖ"),
        ('Ж', "ӁӜ"), ('З', "Ӟ"), ('И', "ЍЙӢӤ"), ('К', "Ќ"), ('О', "Ӧ"), ('У', "ЎӮӰӲ"), ('Ч', "Ӵ"), ('Ы', "Ӹ"), ('Э', "Ӭ"), ('Ѵ', "Ѷ"), ('Ә', "Ӛ"),
        ('Ө', "Ӫ"),
    ];

    /// <summary>The letter without marks of every letter here.</summary>
    public static IEnumerable<(char Marked, char Plain)> Pairs => All.SelectMany(a => a.Marked.Select(marked => (marked, a.Plain)));
}
