package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.regex.Pattern;

/// What a file became (読んだ結果), told apart by who sees it.
///
/// @param refused why it was not read, else empty
record ReadOutcome(String refused, String chart, String identity, String fhir, String document, String frame) {
    private static final Pattern DATA = Pattern.compile("\"data\":\"[^\"]*\"");

    /// How large an attached file is changes with all that it says.
    private static final Pattern SIZE = Pattern.compile("\"size\":\"\\d+\"");

    static ReadOutcome of(String name, byte[] bytes) {
        try {
            return of(Readers.read(name, bytes));
        } catch (Unreadable e) {
            return new ReadOutcome(e.note().code(), "", "", "", "", "");
        }
    }

    private static ReadOutcome of(FacilityFile file) {
        var chart = new StringBuilder();
        var identity = new StringBuilder();
        var fhir = new StringBuilder();
        var document = new StringBuilder();
        var frame = new StringBuilder();
        for (var sheet : file.sheets()) {
            identity.append(sheet.patient()).append(sheet.person()).append(sheet.insured());
            // A prescription without a number is known by all that it says: its key tells nothing of a field.
            frame.append(file.format() == Format.JAHIS_RX ? "" : sheet.source())
                    .append(sheet.version())
                    .append(sheet.at())
                    .append(sheet.master());
            chart.append(sheet.deletes());
        }
        for (Part row : file.rows(numbered())) {
            frame.append(file.format() == Format.JAHIS_RX ? "" : row.key());
            chart.append(row.kind())
                    .append(row.occurredAt())
                    .append(row.labels())
                    .append(row.correction())
                    .append(row.preliminary())
                    .append(row.title())
                    .append(SIZE.matcher(text(row.extract())).replaceAll(""));
            var bundle = text(row.bundle());
            fhir.append(DATA.matcher(bundle).replaceAll("")).append(row.codes());
            document.append(bundle);
        }
        return new ReadOutcome(
                "", chart.toString(), identity.toString(), fhir.toString(), document.toString(), frame.toString());
    }

    /// By their order, so that another key alone changes nothing.
    private static Ids numbered() {
        var known = new HashMap<String, String>();
        return (type, key) -> known.computeIfAbsent(type + "/" + key, none -> type + known.size());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Where a value went that alone differs.
    Destination difference(ReadOutcome other) {
        if (!chart.equals(other.chart)) {
            return Destination.CHART;
        }
        if (!identity.equals(other.identity)) {
            return Destination.IDENTITY;
        }
        if (!fhir.equals(other.fhir)) {
            return Destination.FHIR;
        }
        if (!document.equals(other.document)) {
            return Destination.DOCUMENT;
        }
        return frame.equals(other.frame) ? Destination.NOT_CARRIED : Destination.STRUCTURE;
    }
}
