package hmnet.formats.hl7v2.message;

/// A person's name in kanji and in kana (氏名).
public record PersonName(String family, String given, String familyKana, String givenKana) {}
