package hmnet.record.sheets;

/// One of the answers offered (選択肢).
///
/// @param initially whether it is chosen at first
public record AnswerChoice(AnswerValue value, SheetWords label, boolean initially) {}
