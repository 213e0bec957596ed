package hmnet.formats.base.hl7;

/// Every value of a segment with its place (セグメントの値): each repetition, component and subcomponent that
/// says something.
public final class SegmentValues {
    private SegmentValues() {}

    /// Told of each value.
    @FunctionalInterface
    public interface ValueTaker {
        /// @param repetition from 1, as component and subcomponent
        void take(int field, int repetition, int component, int subcomponent, String value);
    }

    public static void each(Segment segment, ValueTaker taker) {
        boolean header = segment.is("MSH");
        for (int field = header ? 3 : 1; field <= segment.size(); field++) {
            var text = segment.usual(field).toCharArray();
            if (text.length > 0) {
                each(text, field, taker);
            }
        }
    }

    private static void each(char[] text, int field, ValueTaker taker) {
        int repetition = 1;
        int component = 1;
        int subcomponent = 1;
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            char c = i == text.length ? '~' : text[i];
            if (c != '~' && c != '^' && c != '&') {
                continue;
            }
            var value = Escapes.read(new Span(text, start, i), Delimiters.USUAL);
            if (!value.isBlank()) {
                taker.take(field, repetition, component, subcomponent, value);
            }
            start = i + 1;
            subcomponent = c == '&' ? subcomponent + 1 : 1;
            component = c == '^' ? component + 1 : c == '~' ? 1 : component;
            repetition += c == '~' ? 1 : 0;
        }
    }
}
