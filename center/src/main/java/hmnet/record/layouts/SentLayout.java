package hmnet.record.layouts;

import hmnet.ground.design.SentForm;
import hmnet.record.layouts.LayoutForm.LayoutRow;
import hmnet.record.layouts.LayoutForm.MarkMeaning;
import hmnet.record.layouts.LayoutForm.Repeat;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A layout as a browser sends it (送られた取り決め): by fields or in writing, with the sample that was chosen
/// now, or the one the page brought along so that nobody has to choose it again.
///
/// @param written the declaration as text, or empty where the fields were filled
/// @param sample empty where there is none
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record SentLayout(String act, String written, LayoutForm form, byte[] sample, String sampleName) {
    private static final int CARRIED_MAX = 256 << 10;

    static SentLayout of(SentForm sent) {
        var written = sent.word("declaration");
        var chosen = sent.file("file");
        return new SentLayout(
                sent.word("act"),
                written,
                written.isEmpty() ? fields(sent) : LayoutWriting.form(written),
                chosen.length > 0 ? chosen : carried(sent.word("carried")),
                chosen.length > 0 ? name(sent) : sent.word("carriedName"));
    }

    private static String name(SentForm sent) {
        return sent.files("file").getFirst().name();
    }

    private static byte[] carried(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    SentLayout with(LayoutForm other) {
        return new SentLayout(act, written, other, sample, sampleName);
    }

    /// With the sample's width where the fields name none.
    SentLayout measured() {
        return sample.length == 0 || !written.isEmpty()
                ? this
                : with(form.asWideAs(SampleColumns.of(sample, form).width()));
    }

    /// What is declared, in the language's own lines.
    String declaration() {
        return written.isEmpty() ? form.text() : written;
    }

    /// The sample for the page to bring along; empty where it is large and is chosen again.
    String toCarry() {
        return sample.length > CARRIED_MAX ? "" : Base64.getEncoder().encodeToString(sample);
    }

    private static LayoutForm fields(SentForm sent) {
        var rows = new RepeatedFields(sent, "what", "from", "to", "record", "part", "every");
        var repeats = new RepeatedFields(sent, "repeatRecord", "repeatFrom", "repeatLength", "repeatTimes");
        var marks = new RepeatedFields(sent, "sent", "meaning");
        return new LayoutForm(
                line(sent.word("name")),
                line(sent.word("version")),
                sent.word("charset"),
                sent.word("shape"),
                number(sent.word("least")),
                number(sent.word("most")),
                number(sent.word("headings")),
                number(sent.word("tagFrom")),
                number(sent.word("tagTo")),
                rows.each(i -> new LayoutRow(
                        rows.at(0, i),
                        number(rows.at(1, i)),
                        number(rows.at(2, i)),
                        rows.at(3, i),
                        rows.at(4, i),
                        number(rows.at(5, i)))),
                repeats
                        .each(i -> new Repeat(
                                repeats.at(0, i),
                                number(repeats.at(1, i)),
                                number(repeats.at(2, i)),
                                number(repeats.at(3, i))))
                        .stream()
                        .filter(repeat -> !repeat.blank())
                        .toList(),
                marks.each(i -> new MarkMeaning(marks.at(0, i), marks.at(1, i))).stream()
                        .filter(mark -> !mark.blank())
                        .toList());
    }

    /// １２ is 12: nobody switches the input method for a number.
    private static String number(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /// No field holds a second line of the declaration.
    private static String line(String typed) {
        return typed.replaceAll("[\\r\\n]+", " ");
    }

    /// Fields that come once for each row, side by side (行ごとの欄).
    private record RepeatedFields(List<List<String>> columns) {
        private static final int ROWS_MAX = 400;

        RepeatedFields(SentForm sent, String... names) {
            this(List.of(names).stream().map(name -> words(sent, name)).toList());
        }

        private static List<String> words(SentForm sent, String name) {
            return sent.files(name).stream()
                    .map(part -> new String(part.bytes(), StandardCharsets.UTF_8).strip())
                    .map(SentLayout::line)
                    .limit(ROWS_MAX)
                    .toList();
        }

        String at(int column, int row) {
            var words = columns.get(column);
            return row < words.size() ? words.get(row) : "";
        }

        <T> List<T> each(IntFunction<T> made) {
            return IntStream.range(0, columns.getFirst().size()).mapToObj(made).toList();
        }
    }
}
