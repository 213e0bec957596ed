package hmnet.people.bulkmatching;

import hmnet.people.matching.Demographics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The header line of a file of charts (見出し行): which column is what. Unknown columns are passed over.
final class Columns {
    private static final List<String> KNOWN = List.of(
            "record_id",
            "facility_id",
            "local_id",
            "name_kanji",
            "name_kana",
            "sex",
            "birth_date",
            "postal_code",
            "address",
            "phone",
            "insurer_no",
            "insured_symbol",
            "insured_number",
            "insured_branch");
    private static final String BROKEN = "\uFFFD";

    private final int[] place;
    private final int count;

    /// Reads the header line; a file without record ids or names cannot be matched.
    Columns(byte[] header) {
        var text = new String(header, StandardCharsets.UTF_8).replace("\uFEFF", "");
        var names = fields(text.getBytes(StandardCharsets.UTF_8));
        Map<String, Integer> places = IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(i -> names.get(i).strip(), i -> i, (first, again) -> first));
        count = names.size();
        place = KNOWN.stream().mapToInt(name -> places.getOrDefault(name, -1)).toArray();
        if (place[0] < 0 || place[3] < 0 && place[4] < 0) {
            throw new IllegalArgumentException(
                    "the header line names no record_id, or neither name_kanji nor name_kana");
        }
    }

    /// One row as a chart, or null if it has no record id or another number of columns; what cannot be read
    /// in it is told and taken as unknown.
    @Nullable
    Demographics read(byte[] row, BiConsumer<Trouble, String> told) {
        var fields = fields(row);
        if (fields.size() != count) {
            told.accept(Trouble.COLUMNS, " (" + fields.size() + " instead of " + count + ")");
            return null;
        }
        var f = new String[KNOWN.size()];
        for (var i = 0; i < f.length; i++) {
            f[i] = place[i] < 0 ? "" : fields.get(place[i]);
            if (f[i].contains(BROKEN)) {
                told.accept(Trouble.BYTES, " (" + KNOWN.get(i) + ")");
                f[i] = i == 0 ? "" : f[i].equals(f[3]) ? f[i].replace(BROKEN, "〓") : "";
            }
        }
        if (f[0].isBlank()) {
            told.accept(Trouble.NO_ID, "");
            return null;
        }
        return new Demographics(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13]);
    }

    private static List<String> fields(byte[] row) {
        var fields = new ArrayList<String>(16);
        for (var at = 0; at <= row.length; ) {
            if (at < row.length && row[at] == '"') {
                at = quoted(row, at + 1, fields);
                continue;
            }
            var to = at;
            while (to < row.length && row[to] != ',') {
                to++;
            }
            fields.add(text(row, at, to));
            at = to + 1;
        }
        return fields;
    }

    private static int quoted(byte[] row, int from, List<String> fields) {
        var bytes = new byte[row.length - from];
        var length = 0;
        var at = from;
        for (; at < row.length; at++) {
            if (row[at] == '"' && at + 1 < row.length && row[at + 1] == '"') {
                at++;
            } else if (row[at] == '"') {
                at++;
                break;
            }
            bytes[length++] = row[at];
        }
        while (at < row.length && row[at] != ',') {
            bytes[length++] = row[at++];
        }
        fields.add(text(bytes, 0, length));
        return at + 1;
    }

    private static String text(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return new String(bytes, from, to - from, StandardCharsets.UTF_8);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
