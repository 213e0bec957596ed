package hmnet.record.sheets;

import hmnet.formats.base.Table;
import hmnet.formats.file.NoteWords;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is wrong with a sheet, or not done here (帳票の指摘).
///
/// @param line of the file, 0 where it has none
/// @param place the linkId, or the element
/// @param text what exactly, in English, as `check` says it
public record SheetFinding(FindingWeight weight, String code, int line, String place, String text) {
    private static final String NOT_DONE = "not-done";
    private static final Map<String, String> JAPANESE = Table.read(SheetFinding.class, "finding-words.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, line -> line.get(1)));

    /// How much a finding weighs (重さ).
    public enum FindingWeight {
        /// The sheet cannot be used.
        REFUSED,
        /// The sheet can be used; this of it is not done.
        UNSUPPORTED
    }

    static SheetFinding refused(String code, int line, String place, String text) {
        return new SheetFinding(FindingWeight.REFUSED, code, line, place, text);
    }

    static SheetFinding unsupported(String code, int line, String place, String text) {
        return new SheetFinding(FindingWeight.UNSUPPORTED, code, line, place, text);
    }

    public boolean isRefusal() {
        return weight == FindingWeight.REFUSED;
    }

    /// What the code means; a finding about an extension is called by the extension, which is not done.
    public String japanese() {
        var own = JAPANESE.get(code);
        return own != null ? own : NoteWords.japanese(code).orElse(JAPANESE.getOrDefault(NOT_DONE, code));
    }

    /// A line of `./hmnet form check`.
    public String words() {
        return "line " + line + " " + (place.isEmpty() ? "" : place + ": ") + code + ": " + text;
    }
}
