package hmnet.formats.jahis.tc;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.pharmacy.QrSymbols;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Texts of a handbook that were too long for one QR code (分割されたお薬手帳データ): each has its own header
/// and ends with a record 911 that says which data it belongs to, how many there are and which one it is.
final class TcParts {
    static final String SPLIT = "911";

    private TcParts() {}

    /// One text: from a header to the next.
    private record Text(RecordLine header, List<RecordLine> lines, RecordLine split) {
        String id() {
            return split.at(1);
        }

        boolean isSame(Text other) {
            return header.columns().equals(other.header.columns())
                    && TcParts.columns(lines).equals(TcParts.columns(other.lines))
                    && split.columns().equals(other.split.columns());
        }
    }

    /// What was put together.
    ///
    /// @param alone this is one of several parts, and the others are not here
    /// @param part which, from 1
    record JoinedParts(RecordLine header, List<RecordLine> lines, boolean alone, int part, int total) {}

    static JoinedParts join(List<RecordLine> lines, Notes notes) throws Unreadable {
        var texts = once(texts(lines, notes), notes);
        var first = texts.getFirst();
        if (texts.size() == 1) {
            int total = number(first.split.at(2));
            boolean alone = total > 1;
            if (alone) {
                notes.info("parts-missing", first.split, 3, first.split.at(3) + " of " + total + " alone");
            }
            return new JoinedParts(first.header, first.lines, alone, number(first.split.at(3)), total);
        }
        if (texts.stream().allMatch(text -> text.id().isEmpty())) {
            texts.forEach(text -> notes.repair("header-doubled", text.header, 0, "read as one"));
            return new JoinedParts(first.header, all(texts), false, 1, 1);
        }
        return sorted(texts, notes);
    }

    /// A text that stands there again, line by line the same, says nothing new: its drugs are not given twice.
    private static List<Text> once(List<Text> texts, Notes notes) {
        var different = new ArrayList<Text>();
        for (var text : texts) {
            if (text.id().isEmpty() && different.stream().anyMatch(other -> other.isSame(text))) {
                notes.repair("text-doubled", text.header, 0, "the same text again, left out");
            } else {
                different.add(text);
            }
        }
        return different;
    }

    private static JoinedParts sorted(List<Text> texts, Notes notes) throws Unreadable {
        var first = texts.getFirst();
        int total = number(first.split.at(2));
        var parts = new TreeMap<Integer, Text>();
        for (var text : texts) {
            int part = number(text.split.at(3));
            boolean fits = text.id().equals(first.id()) && number(text.split.at(2)) == total;
            if (!fits || part < 1 || part > total) {
                throw new Unreadable("parts-mixed", text.header.number(), SPLIT, "not of " + first.id());
            }
            var other = parts.putIfAbsent(part, text);
            if (other != null && !columns(other.lines).equals(columns(text.lines))) {
                throw new Unreadable(
                        "parts-mixed", text.header.number(), SPLIT, "part " + part + " twice, not the same");
            } else if (other != null) {
                notes.repair("part-doubled", text.header, 0, "part " + part);
            }
        }
        var missing = new ArrayList<Integer>();
        for (int i = 1; i <= total && missing.size() < 20; i++) {
            if (!parts.containsKey(i)) {
                missing.add(i);
            }
        }
        if (!missing.isEmpty()) {
            throw new Unreadable("parts-missing", 0, SPLIT, QrSymbols.names(missing, total));
        }
        return new JoinedParts(parts.firstEntry().getValue().header, all(List.copyOf(parts.values())), false, 1, 1);
    }

    private static List<List<String>> columns(List<RecordLine> lines) {
        return lines.stream().map(RecordLine::columns).toList();
    }

    private static List<RecordLine> all(List<Text> texts) {
        return texts.stream().flatMap(text -> text.lines.stream()).toList();
    }

    private static List<Text> texts(List<RecordLine> lines, Notes notes) throws Unreadable {
        var texts = new ArrayList<Text>();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || isHeader(lines.get(i).tag())) {
                texts.add(text(lines.subList(from, i), notes));
                from = i;
            }
        }
        return texts;
    }

    private static Text text(List<RecordLine> lines, Notes notes) throws Unreadable {
        var body = new ArrayList<RecordLine>();
        var split = RecordLine.of(SPLIT);
        for (var line : lines.subList(1, lines.size())) {
            if (!line.tag().equals(SPLIT)) {
                body.add(line);
            } else if (split.size() > 1 && !split.columns().equals(line.columns())) {
                throw new Unreadable("record-contradicts", line.number(), SPLIT, "unlike line " + split.number());
            } else {
                TcReading.LAYOUT.check(line, notes);
                split = line;
            }
        }
        return new Text(lines.getFirst(), body, split);
    }

    private static int number(String text) {
        return text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? 0
                : Integer.parseInt(text);
    }

    /// Texts one after the other, each ending its last line.
    static byte[] joined(List<byte[]> texts) {
        var all = new ByteArrayOutputStream();
        for (var text : texts) {
            all.writeBytes(text);
            if (text.length > 0 && text[text.length - 1] != '\n' && text[text.length - 1] != '\r') {
                all.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return all.toByteArray();
    }

    static boolean isHeader(String tag) {
        return tag.length() == 9
                && tag.regionMatches(true, 0, "JAHISTC", 0, 7)
                && Character.isDigit(tag.charAt(7))
                && Character.isDigit(tag.charAt(8));
    }
}
