package hmnet.care.viewer;

/// One entry of a list to choose from (選択肢). Its words are shown as they are.
public record Choice(String value, String words, boolean chosen) {}
