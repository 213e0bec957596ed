package hmnet.record.layouts;

import hmnet.formats.labcsv.LabCsvFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The first lines of a sample by column, or by ten bytes (見本の並び): to read numbers off, before anything is
/// declared. Decoded leniently, since a wrong character set is seen best in its characters.
///
/// @param lines how many lines are shown
/// @param width columns of the widest line shown, or bytes of the first
record SampleColumns(int lines, int width, List<SampleColumn> columns) {
    private static final int LINES = 3;
    private static final int HEAD = 64 << 10;
    private static final int COLUMNS_MAX = 400;
    private static final int STEP = 10;

    /// @param place its number, or from–to bytes
    /// @param what the fields that are declared to stand there
    public record SampleColumn(String place, List<String> cells, List<String> what) {}

    static SampleColumns of(byte[] sample, LayoutForm form) {
        var charset = form.charset().equals(LayoutForm.UTF_8) ? StandardCharsets.UTF_8 : Charset.forName("windows-31j");
        var head = Arrays.copyOf(sample, Math.min(sample.length, HEAD));
        return form.fixed() ? bytes(head, charset, form) : columns(head, charset, form);
    }

    private static SampleColumns columns(byte[] head, Charset charset, LayoutForm form) {
        var text = new String(head, charset);
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .map(LabCsvFile::columns)
                .toList();
        int width =
                Math.min(COLUMNS_MAX, lines.stream().mapToInt(List::size).max().orElse(0));
        var columns = IntStream.range(0, width)
                .mapToObj(i -> new SampleColumn(
                        Integer.toString(i + 1),
                        lines.stream()
                                .map(cells -> i < cells.size() ? cells.get(i) : "")
                                .toList(),
                        declared(form, i + 1, i + 1)))
                .toList();
        return new SampleColumns(lines.size(), width, columns);
    }

    private static SampleColumns bytes(byte[] head, Charset charset, LayoutForm form) {
        var records = records(head, FieldPlace.number(form.least()));
        int width = records.isEmpty() ? 0 : records.getFirst().length;
        var columns = IntStream.iterate(0, at -> at < width, at -> at + STEP)
                .mapToObj(at -> new SampleColumn(
                        at + 1 + "–" + Math.min(at + STEP, width),
                        records.stream().map(record -> cut(record, at, charset)).toList(),
                        declared(form, at + 1, at + STEP)))
                .toList();
        return new SampleColumns(records.size(), width, columns);
    }

    /// By line ends, or by the width that was typed where a file has none.
    private static List<byte[]> records(byte[] head, int width) {
        var records = new ArrayList<byte[]>();
        int from = 0;
        for (int i = 0; i <= head.length && records.size() < LINES; i++) {
            boolean end = i == head.length || head[i] == '\r' || head[i] == '\n';
            if (end || i - from == width) {
                if (i > from) {
                    records.add(Arrays.copyOfRange(head, from, i));
                }
                from = end ? i + 1 : i;
            }
        }
        return records;
    }

    /// Ten bytes; a character stands where its first byte does.
    private static String cut(byte[] record, int from, Charset charset) {
        int first = from;
        int at = 0;
        while (at < first && at < record.length) {
            at += length(record[at], charset);
        }
        first = Math.min(at, record.length);
        int last = first;
        while (last < record.length && last < from + STEP) {
            last += length(record[last], charset);
        }
        last = Math.min(last, record.length);
        return first >= last ? "" : new String(record, first, last - first, charset);
    }

    private static int length(byte lead, Charset charset) {
        int b = lead & 0xFF;
        if (charset.equals(StandardCharsets.UTF_8)) {
            return b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
        }
        return b >= 0x81 && b <= 0x9F || b >= 0xE0 && b <= 0xFC ? 2 : 1;
    }

    private static List<String> declared(LayoutForm form, int from, int to) {
        return form.rows().stream()
                .filter(row -> !row.what().isEmpty() && !row.repeated() && FieldPlace.within(row.from(), from, to))
                .map(LayoutForm.LayoutRow::what)
                .distinct()
                .toList();
    }
}
