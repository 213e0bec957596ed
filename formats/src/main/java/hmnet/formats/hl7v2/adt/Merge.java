package hmnet.formats.hl7v2.adt;

/// Two chart numbers that a facility says are one patient, or no longer (患者番号の統合).
///
/// @param number the number merged away; in a link, the second one
/// @param into the number that stays; in a link, the first one
/// @param undone whether they are parted again
public record Merge(String number, String into, boolean undone) {}
