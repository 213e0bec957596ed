package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.eprescription.EPrescriptionFile;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.labcsv.LabCsvFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values of a file of lines and commas (レコードの値): `201[7]` by record and column, or the column's name
/// where a heading gives it.
final class RecordValues {
    private static final RecordForm PLAIN = RecordForm.MS932.upTo(64 << 20, 500_000);
    private static final RecordForm QUOTED =
            RecordForm.MS932.withQuotes().orUtf8().upTo(64 << 20, 500_000).withColumns(2_000, 8 << 20);
    private static final Pattern FIRST_RECORD = Pattern.compile("(VER|JAHISTC|JAHIS|SJ)[0-9.]+");
    private static final Pattern EDITION = Pattern.compile("(?<=_\\d{4})_\\d{4}$|(?<=INFO)_\\d{4}$");
    private static final Pattern ITEM = Pattern.compile("[0-9][0-9A-Z]{16}");

    /// Above the first column of a care plan that names its columns.
    private static final String HEADING = "CSVバージョン";

    private final String scope;
    private final List<FileValue> values = new ArrayList<>();

    private RecordValues(String scope) {
        this.scope = scope;
    }

    static List<FileValue> of(FacilityFile file, byte[] bytes) throws Unreadable {
        return switch (file) {
            case LabCsvFile lab -> laboratory(lab, bytes);
            case EPrescriptionFile signed ->
                signed.prescription()
                        .map(RxFile::lines)
                        .map(lines -> tagged("", lines))
                        .orElse(List.of());
            default -> byFormat(file, bytes);
        };
    }

    private static List<FileValue> byFormat(FacilityFile file, byte[] bytes) throws Unreadable {
        return switch (file.format()) {
            case LIFE ->
                named(
                        EDITION.matcher(file.kind()).replaceAll(""),
                        Records.read(bytes, QUOTED).lines());
            case CAREPLAN -> numbered(file.kind(), Records.read(bytes, QUOTED).lines());
            case KENSHIN -> checkups(Records.lines(TextDecoding.of(bytes, "").text(), QUOTED));
            case NSIPS, JAHIS_TC, JAHIS_RX ->
                tagged(file.format().code(), Records.read(bytes, PLAIN).lines());
            case SSMIX2, HL7V2, UKE_IKA, UKE_DPC, UKE_SHIKA, UKE_CHOZAI, ORCA, MML, LAB_CSV, FHIR, CDA, OTHER ->
                tagged(file.format().code(), Records.read(bytes, PLAIN).lines());
        };
    }

    private static List<FileValue> tagged(String scope, List<RecordLine> lines) {
        var found = new RecordValues(scope);
        for (var line : lines) {
            var first = FIRST_RECORD.matcher(line.tag().toUpperCase(Locale.ROOT));
            var tag = first.matches() ? first.group(1) : line.tag();
            for (int i = 1; i < line.size(); i++) {
                found.take(tag + "[" + i + "]", line, i);
            }
        }
        return found.values;
    }

    private static List<FileValue> numbered(String scope, List<RecordLine> lines) {
        var found = new RecordValues(scope);
        for (var line : lines) {
            for (int i = 0; i < line.size() && !line.at(0).equals(HEADING); i++) {
                found.take("[" + (i + 1) + "]", line, i);
            }
        }
        return found.values;
    }

    /// The line of ids is the one that names the insured's number.
    private static List<FileValue> named(String scope, List<RecordLine> lines) {
        var found = new RecordValues(scope);
        int at = 0;
        while (at < lines.size() && !lines.get(at).columns().contains("insured_no")) {
            at++;
        }
        for (var line : lines.subList(Math.min(at + 1, lines.size()), lines.size())) {
            for (int i = 0; i < line.size(); i++) {
                var id = lines.get(at).at(i);
                found.take(id.isEmpty() ? "[" + (i + 1) + "]" : id, line, i);
            }
        }
        return found.values;
    }

    /// A column of an item is one of its values; another is known by what stands above it.
    private static List<FileValue> checkups(List<RecordLine> lines) {
        var found = new RecordValues("table");
        @Nullable RecordLine heading = null;
        for (var line : lines) {
            if (line.tag().equals("KENSA")) {
                return tagged("KENSA", lines);
            }
            boolean names = line.columns().stream()
                            .filter(cell -> ITEM.matcher(cell.strip()).matches())
                            .count()
                    >= 3;
            if (names) {
                heading = line;
            } else if (heading != null) {
                for (int i = 0; i < line.size(); i++) {
                    var name = heading.at(i);
                    found.take(
                            ITEM.matcher(name).matches() ? "item" : name.isEmpty() ? "[" + (i + 1) + "]" : name,
                            line,
                            i);
                }
            }
        }
        return found.values;
    }

    private static List<FileValue> laboratory(LabCsvFile file, byte[] bytes) throws Unreadable {
        var found = new RecordValues("");
        if (file.columns().isEmpty()) {
            file.lines()
                    .forEach(line -> line.values()
                            .forEach((field, value) ->
                                    found.values.add(new FileValue("", field, value, line.number()))));
            return found.values;
        }
        var lines = Records.read(bytes, QUOTED).lines();
        for (var line : lines.subList(Math.min(file.headings(), lines.size()), lines.size())) {
            for (int i = 0; i < line.size(); i++) {
                found.take(file.columns().getOrDefault(i, "[" + (i + 1) + "]"), line, i);
            }
        }
        return found.values;
    }

    private void take(String path, RecordLine line, int column) {
        if (line.has(column)) {
            values.add(new FileValue(scope, path, line.at(column), line.number()));
        }
    }
}
