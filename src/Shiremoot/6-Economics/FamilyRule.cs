namespace Shiremoot.Economics;

/// <summary>How one file's codes make families, and how parts are told from alternatives.</summary>
/// <param name="File">The file whose mapping gives the rule.</param>
/// <param name="Codes">The codes of that file. What a place adds under one of them, or overrides, is in the family too.</param>
/// <param name="Separator">CR3.0.1 is under CR3.0 by the separator ".".</param>
/// <param name="PartsWithin">Children whose fiscal costs add up to their parent's within this share are its parts.</param>
/// <param name="Parts">Parents whose children are parts whatever they add up to.</param>
/// <param name="Alternatives">Parents whose children are alternatives whatever they add up to.</param>
internal sealed record FamilyRule(string File, IReadOnlySet<string> Codes, string Separator, decimal PartsWithin, IReadOnlyList<string> Parts, IReadOnlyList<string> Alternatives);
