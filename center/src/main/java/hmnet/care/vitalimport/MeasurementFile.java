package hmnet.care.vitalimport;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.OwnMeasure;
import hmnet.record.ownrecords.TypedEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file of measurements (測定ファイル): lines of values with a head of names, in UTF-8 or Shift_JIS; a FHIR bundle is laid
/// out as such lines.
///
/// @param head names of the columns
/// @param birth of whom it is, where the file says it; else null
record MeasurementFile(
        RecordLine head, List<RecordLine> lines, @Nullable LocalDate birth) {
    static final int BYTES = 300_000;
    static final int LINES = 5_000;

    private static final int COLUMNS = 60;
    private static final RecordForm FORM = RecordForm.MS932
            .withQuotes()
            .orUtf8()
            .withColumns(COLUMNS, LINES * COLUMNS)
            .upTo(BYTES, LINES + 1);

    /// How devices write that there is no value.
    private static final Set<String> NO_VALUE = Set.of("-", "--", "---", "ー", "−");

    private static final Pattern NO_FRACTION = Pattern.compile("(\\d+)\\.0+|(\\d+\\.\\d*[1-9])0+");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");

    /// @throws Unreadable what `Records.read` throws, and `empty` for a head alone
    static MeasurementFile read(byte[] bytes) throws Unreadable {
        if (WearableBundle.is(bytes)) {
            return WearableBundle.read(bytes);
        }
        var lines = Records.read(bytes, FORM).lines();
        if (lines.size() < 2) {
            throw new Unreadable("empty", 1, "", "no line of values");
        }
        return new MeasurementFile(lines.getFirst(), lines.subList(1, lines.size()), null);
    }

    /// The head as one text, to know a file of the same shape by.
    String shape() {
        return String.join("\u001F", head.columns());
    }

    /// One line of the file, read (読んだ一行).
    record ReadFileLine(RecordLine line, TypedEntry entry) {}

    /// All lines as they are read by these columns.
    ///
    /// @param sending a number of this taking in: the same one sent again keeps nothing twice
    List<ReadFileLine> entries(FileColumns columns, UUID sending, OffsetDateTime now) {
        return lines.stream()
                .map(line -> new ReadFileLine(line, entry(line, columns, sending, now)))
                .toList();
    }

    private static TypedEntry entry(RecordLine line, FileColumns columns, UUID sending, OffsetDateTime now) {
        var fields = new HashMap<String, String>();
        fields.put(
                "measured",
                FileMoment.read(
                                columns.at(line, FileColumns.MOMENT),
                                columns.at(line, FileColumns.DAY),
                                columns.at(line, FileColumns.TIME))
                        .orElse(""));
        for (var measure : OwnMeasure.values()) {
            fields.put(measure.word(), number(measure, columns.at(line, measure.word())));
        }
        fields.put("meal", columns.at(line, FileColumns.MEAL));
        fields.put("note", columns.at(line, FileColumns.NOTE));
        var id = UUID.nameUUIDFromBytes((sending + "/" + line.number()).getBytes(StandardCharsets.UTF_8));
        return EntryFields.read(id, fields, now);
    }

    private static String number(OwnMeasure measure, String said) {
        var text = said.strip();
        if (NO_VALUE.contains(text)) {
            return "";
        }
        if (measure == OwnMeasure.STEPS && THOUSANDS.matcher(text).matches()) {
            return text.replace(",", "");
        }
        var found = NO_FRACTION.matcher(text);
        return !found.matches() ? text : found.group(1) != null ? found.group(1) : found.group(2);
    }

    /// A line as it stands in the file, shortened for the page.
    static String shown(RecordLine line) {
        var text = line.columns().stream().collect(Collectors.joining(","));
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 80)) + "…";
    }
}
