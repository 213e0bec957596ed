package hmnet.formats.base.hl7;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One HL7 v2.5 message (電文), decoded and cut into segments.
public final class Message {
    private final List<Segment> segments;
    private final Map<String, List<Segment>> named = new HashMap<>();
    private final List<Repair> repairs;

    private Message(List<Segment> segments, Collection<Repair> repairs) {
        this.segments = List.copyOf(segments);
        for (var segment : this.segments) {
            named.computeIfAbsent(segment.name(), name -> new ArrayList<>()).add(segment);
        }
        this.repairs = List.copyOf(repairs);
    }

    public static Message parse(byte[] bytes) throws BadMessage {
        return parse(bytes, Limits.USUAL);
    }

    public static Message parse(byte[] bytes, Limits limits) throws BadMessage {
        if (bytes.length > limits.bytes()) {
            throw new BadMessage("too-large", bytes.length + " bytes, more than " + limits.bytes());
        }
        var frame = MessageFrame.of(bytes);
        Set<Repair> repairs = new LinkedHashSet<>();
        var decoded = CharacterSet.decode(bytes, frame.from(), frame.to(), repairs);
        var delimiters = Delimiters.of(decoded.text(), 0, decoded.length());
        limits.check(decoded.text(), 0, decoded.length(), delimiters);
        var segments = split(decoded, delimiters, repairs);
        EndTimes.repair(decoded, segments, repairs);
        if (!frame.closed()) {
            Completeness.check(segments.getFirst().text(9, 1), segments.getLast());
            repairs.add(
                    new Repair("no-final-cr", "line " + segments.getLast().line(), "the last segment is not closed"));
        }
        return new Message(segments, repairs);
    }

    private static List<Segment> split(DecodedText decoded, Delimiters delimiters, Set<Repair> repairs) {
        var segments = new ArrayList<Segment>();
        var text = decoded.text();
        int line = 1;
        int start = 0;
        for (int i = 0; i <= decoded.length(); i++) {
            if (i == decoded.length() || text[i] == '\r' || (text[i] == '\n' && breaks(decoded, i, delimiters))) {
                if (looksLikeSegment(text, start, i, delimiters)) {
                    segments.add(new Segment(text, start, i, delimiters, line));
                } else if (i > start) {
                    repairs.add(new Repair("junk-segment", "line " + line, (i - start) + " characters"));
                }
                line += i > start ? 1 : 0;
                start = i + 1;
            }
        }
        return segments;
    }

    /// A line feed among carriage returns is a line break within somebody's text, unless a segment follows
    /// it.
    private static boolean breaks(DecodedText decoded, int at, Delimiters delimiters) {
        return decoded.endsLinesByFeed()
                || at == 0
                || decoded.text()[at - 1] == '\r'
                || looksLikeSegment(decoded.text(), at + 1, decoded.length(), delimiters);
    }

    private static boolean looksLikeSegment(char[] text, int from, int to, Delimiters delimiters) {
        if (to - from < 3 || (to - from > 3 && text[from + 3] != delimiters.field())) {
            return false;
        }
        for (int i = from; i < from + 3; i++) {
            char c = text[i];
            if (!((c >= 'A' && c <= 'Z') || (i > from && c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return true;
    }

    /// In the order they were sent; the first is MSH.
    public List<Segment> segments() {
        return segments;
    }

    public List<Repair> repairs() {
        return repairs;
    }

    public Segment header() {
        return segments.getFirst();
    }

    public @Nullable Segment first(String name) {
        var all = named.get(name);
        return all == null ? null : all.getFirst();
    }

    public List<Segment> all(String name) {
        return Collections.unmodifiableList(named.getOrDefault(name, List.of()));
    }

    /// MSH-9 as `ADT^A08`.
    public String type() {
        return header().text(9, 1) + "^" + header().text(9, 2);
    }

    public String controlId() {
        return header().text(10);
    }

    /// Something a sender got wrong and a reader could put right without guessing (修復).
    ///
    /// @param code a stable kebab-case word, such as `pid3-padded`; the words for people are the reader's
    ///     business
    /// @param where the place in the source, such as `PID-3` or `line 7`
    /// @param detail what was found there
    public record Repair(String code, String where, String detail) {}
}
