package hmnet.witness.log;

import java.util.List;

/// What a person was shown of one event of a log, as it is signed (受領証の文面): the log's name, some lines of words, the
/// event's leaf. No checkpoint can be taken for it: its first line has a space.
///
/// @param words what was shown, a line each
public record ReceiptNote(String origin, List<String> words, Hash leaf) {
    private static final String HEAD = "hmnet-receipt/v1 ";
    private static final String LEAF = "leaf ";

    public ReceiptNote {
        words = words.stream()
                .map(ReceiptNote::line)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String line(String word) {
        return word.replaceAll("\\R|\\p{Cntrl}", " ").strip();
    }

    /// What is signed.
    public String body() {
        return HEAD + origin + "\n"
                + String.join("", words.stream().map(word -> word + "\n").toList()) + LEAF + leaf + "\n";
    }

    /// @throws IllegalArgumentException where the text is none
    static ReceiptNote read(String body) {
        var lines = body.lines().toList();
        if (lines.size() < 2
                || !lines.getFirst().startsWith(HEAD)
                || !lines.getLast().startsWith(LEAF)) {
            throw new IllegalArgumentException("Not a receipt");
        }
        var note = new ReceiptNote(
                lines.getFirst().substring(HEAD.length()),
                lines.subList(1, lines.size() - 1),
                Hash.read(lines.getLast().substring(LEAF.length())));
        if (!note.body().equals(body)) {
            throw new IllegalArgumentException("A receipt that is not in its one spelling");
        }
        return note;
    }
}
