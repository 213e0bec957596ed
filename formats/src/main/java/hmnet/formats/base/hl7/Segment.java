package hmnet.formats.base.hl7;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of a message (セグメント), read in place: nothing is copied until it is asked for.
///
/// Fields, repetitions and components count from 1, as in the standard, and what is absent is the empty text.
/// The HL7 null `""` reads as empty too.
public final class Segment {
    private static final int[] NOT_SPLIT = {};

    private final char[] text;
    private final int from;
    private final int to;
    private final Delimiters delimiters;
    private final String name;
    private final int line;
    private final boolean header;
    private int[] fields = NOT_SPLIT;

    Segment(char[] text, int from, int to, Delimiters delimiters, int line) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.delimiters = delimiters;
        this.name = new String(text, from, 3);
        this.line = line;
        this.header = name.equals("MSH");
    }

    public String name() {
        return name;
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /// The line of the message this segment stands on, from 1.
    public int line() {
        return line;
    }

    public boolean has(int field) {
        return !text(field).isEmpty();
    }

    /// Whether any part of the field says something, so a name whose code is missing too.
    public boolean says(int field) {
        return !joined(field, " ").isBlank();
    }

    /// First component of the first repetition.
    public String text(int field) {
        return text(field, 1, 1);
    }

    public String text(int field, int component) {
        return text(field, 1, component);
    }

    public String text(int field, int repetition, int component) {
        var span = repetition(field, repetition);
        return span == null ? "" : Escapes.read(span.part(delimiters.component(), component), delimiters);
    }

    /// A subcomponent, such as the unit in `3^TAB&錠&MR9P`.
    public String sub(int field, int component, int subcomponent) {
        return sub(field, 1, component, subcomponent);
    }

    public String sub(int field, int repetition, int component, int subcomponent) {
        var span = repetition(field, repetition);
        return span == null
                ? ""
                : Escapes.read(
                        span.part(delimiters.component(), component).part(delimiters.subcomponent(), subcomponent),
                        delimiters);
    }

    /// Whether it is separated by the usual characters, so that its raw text can stand in another message.
    boolean isUsual() {
        return delimiters.equals(Delimiters.USUAL);
    }

    /// The whole field with everything that would separate it turned into `joint`: free text as a person
    /// wrote it.
    public String joined(int field, String joint) {
        var joined = new StringBuilder();
        for (int repetition = 1; repetition <= repetitions(field); repetition++) {
            var span = repetition(field, repetition);
            for (int component = 1; span != null && component <= span.parts(delimiters.component()); component++) {
                var part = Escapes.read(span.part(delimiters.component(), component), delimiters);
                if (!part.isEmpty()) {
                    joined.append(joined.isEmpty() ? "" : joint).append(part);
                }
            }
        }
        return joined.toString();
    }

    /// The whole field as sent, separators and escapes included.
    public String raw(int field) {
        var span = field(field);
        return span == null ? "" : span.toString();
    }

    /// The whole field with the usual separators, whatever the sender's own are; a line break within as an
    /// escape.
    String usual(int field) {
        var raw = raw(field);
        if (isUsual() && raw.indexOf('\n') < 0) {
            return raw;
        }
        var out = new StringBuilder(raw.length());
        int start = 0;
        for (int i = 0; i <= raw.length(); i++) {
            var separator = i == raw.length() ? "" : usual(raw.charAt(i));
            if (separator != null) {
                var part = raw.substring(start, i).toCharArray();
                Escapes.write(Escapes.read(new Span(part, 0, part.length), delimiters), out);
                out.append(separator);
                start = i + 1;
            }
        }
        return out.toString();
    }

    /// The usual separator for one of the sender's within a field, null for a character of a text.
    private @Nullable String usual(char c) {
        if (c == delimiters.component()) {
            return "^";
        }
        return c == delimiters.repetition() ? "~" : c == delimiters.subcomponent() ? "&" : null;
    }

    public int repetitions(int field) {
        var span = field(field);
        return span == null ? 0 : span.parts(delimiters.repetition());
    }

    /// How many fields the sender wrote.
    public int size() {
        return split().length - (header ? 1 : 2);
    }

    /// Whether two segments say the same, character for character.
    public boolean sameAs(Segment other) {
        return Arrays.equals(text, from, to, other.text, other.from, other.to);
    }

    private @Nullable Span repetition(int field, int repetition) {
        var span = field(field);
        return span == null ? null : span.part(delimiters.repetition(), repetition);
    }

    private @Nullable Span field(int field) {
        // MSH-1 is the separator itself, so MSH counts one less.
        int at = header ? field - 1 : field;
        var starts = split();
        return at < 1 || at >= starts.length - 1 || starts[at] == starts[at + 1] - 1
                ? null
                : new Span(text, starts[at], starts[at + 1] - 1);
    }

    private int[] split() {
        if (fields.length == 0) {
            int count = 1;
            for (int i = from; i < to; i++) {
                if (text[i] == delimiters.field()) {
                    count++;
                }
            }
            var starts = new int[count + 1];
            int next = 1;
            starts[0] = from;
            for (int i = from; i < to; i++) {
                if (text[i] == delimiters.field()) {
                    starts[next++] = i + 1;
                }
            }
            starts[count] = to + 1;
            fields = starts;
        }
        return fields;
    }

    @Override
    public String toString() {
        return new String(text, from, to - from);
    }
}
