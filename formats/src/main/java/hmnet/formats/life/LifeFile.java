package hmnet.formats.life;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A file for LIFE (LIFE 外部インターフェース CSV): its kind, the ids of its columns, a line for each record.
///
/// An empty value says nothing, a single blank takes a value away. Editions without a table here are read by
/// their own column ids.
public final class LifeFile implements FacilityFile {
    static final Pattern KIND = Pattern.compile("SERVICE_USER_INFO(_\\d{4})?|FORM_\\d{4}(_\\d{4})?");
    private static final Pattern HEAD =
            Pattern.compile("^\"?(SERVICE_USER_INFO|FORM_\\d{4})(_\\d{4})?\"?,*\\s*[\r\n]|^\"?care_facility_id\"?,");
    private static final RecordForm FORM =
            RecordForm.MS932.withQuotes().orUtf8().upTo(8 << 20, 50_000);
    private static final int BYTES = 8192;

    private final String form;
    private final List<String> columns;
    private final List<LifeRow> rows;
    private final List<Note> notes;

    LifeFile(String form, List<String> columns, List<LifeRow> rows, List<Note> notes) {
        this.form = form;
        this.columns = columns;
        this.rows = rows;
        this.notes = notes;
    }

    public static boolean looksLike(byte[] head, String name) {
        var text = new String(head, 0, Math.min(head.length, BYTES), StandardCharsets.ISO_8859_1);
        return HEAD.matcher(text.startsWith("ï»¿") ? text.substring(3) : text).find();
    }

    public static LifeFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var lines = records.lines();
        var notes = new ArrayList<>(records.notes());
        int at = 0;
        var form = lines.getFirst().at(0);
        if (KIND.matcher(form).matches()) {
            at++;
        } else if (form.equals("care_facility_id")) {
            form = "SERVICE_USER_INFO";
            notes.add(Note.repair("kind-missing", 1, "", "taken from its columns"));
        } else {
            throw new Unreadable("not-life", 1, "", form);
        }
        if (lines.size() <= at || !lines.get(at).columns().contains("insured_no")) {
            throw new Unreadable("columns-missing", at + 1, "insured_no", "the line of column ids");
        }
        var columns = lines.get(at).columns().stream().map(String::strip).toList();
        LifeChecks.checkColumns(form, columns, lines.get(at), notes);
        var rows = new ArrayList<LifeRow>();
        for (var line : lines.subList(at + 1, lines.size())) {
            var row = LifeChecks.row(
                    form,
                    columns,
                    line,
                    records.ended() || line.number() != lines.getLast().number(),
                    notes);
            if (!row.isHeading()) {
                rows.add(LifeChecks.checked(row, notes));
            } else {
                notes.add(Note.info("heading-row", line.number(), "", "the columns' names in Japanese"));
            }
        }
        return new LifeFile(form, columns, List.copyOf(rows), List.copyOf(notes));
    }

    @Override
    public Format format() {
        return Format.LIFE;
    }

    /// The year of the edition in its kind's name; users have none.
    @Override
    public String version() {
        var year = form.substring(form.lastIndexOf('_') + 1);
        return year.chars().allMatch(Character::isDigit) && form.length() > "FORM_0000".length() ? year : "";
    }

    @Override
    public String kind() {
        return form;
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    public List<String> columns() {
        return columns;
    }

    /// The values of every record in the order of the columns, exactly as they came.
    public List<List<String>> values() {
        return rows.stream().map(row -> row.line().columns()).toList();
    }

    @Override
    public List<Sheet> sheets() {
        return LifeSheets.of(rows);
    }

    /// The file again: texts in quotes, CRLF, MS932, or UTF-8 where MS932 cannot hold it.
    public WrittenFile write() {
        return LifeWriter.write(form, columns, values());
    }

    /// Persons of other formats as users.
    ///
    /// @throws Unreadable `not-writable` when nobody's number of long-term care insurance is known
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return LifeUsers.write(sheets);
    }
}
