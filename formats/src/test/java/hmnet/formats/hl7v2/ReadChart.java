package hmnet.formats.hl7v2;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a doctor sees of a message, and what is filed of it as FHIR (電文から見える記載).
public record ReadChart(Hl7File file, List<Part> rows) {
    private static final Charset JIS = Charset.forName("ISO-2022-JP");

    /// A message of an invented patient, segment by segment behind PID.
    public static ReadChart of(String type, String... segments) {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F\r"
                + String.join("\r", segments) + "\r";
        return of(text.getBytes(JIS));
    }

    /// A segment by the numbers of its fields, each `7=text`.
    public static String segment(String name, String... fields) {
        var all = new String[60];
        Arrays.fill(all, "");
        all[0] = name;
        int last = 0;
        for (var field : fields) {
            int number = Integer.parseInt(field.substring(0, field.indexOf('=')));
            all[number] = field.substring(field.indexOf('=') + 1);
            last = Math.max(last, number);
        }
        return String.join("|", Arrays.copyOf(all, last + 1));
    }

    /// One segment as it is read.
    public static Segment parsed(String segment) {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||ZZZ^Z01|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + segment + "\r";
        try {
            return Message.parse(text.getBytes(JIS)).segments().getLast();
        } catch (BadMessage bad) {
            throw new AssertionError(bad);
        }
    }

    public static ReadChart of(byte[] bytes) {
        try {
            var file = Hl7File.read(bytes);
            return new ReadChart(
                    file, file.rows((resource, key) -> resource + "-" + Integer.toHexString(key.hashCode())));
        } catch (Unreadable bad) {
            throw new AssertionError(bad.note().toString(), bad);
        }
    }

    public <T extends Extract> List<T> extracts(Class<T> type) {
        return rows.stream()
                .map(row -> Extract.read(row.kind(), row.extract()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public List<DrugItem> drugs() {
        return extracts(PrescriptionExtract.class).stream()
                .flatMap(extract -> extract.items().stream())
                .toList();
    }

    public List<LabExtract.AnalyteItem> tests() {
        return extracts(LabExtract.class).stream()
                .flatMap(extract -> extract.items().stream())
                .toList();
    }

    public List<AllergyExtract.AllergyItem> allergies() {
        return extracts(AllergyExtract.class).stream()
                .flatMap(extract -> extract.items().stream())
                .toList();
    }

    public List<ProcedureExtract.ProcedureItem> acts() {
        return extracts(ProcedureExtract.class).stream()
                .flatMap(extract -> extract.items().stream())
                .toList();
    }

    public DiagnosisExtract diagnosis() {
        return extracts(DiagnosisExtract.class).getFirst();
    }

    public StayExtract stay() {
        return extracts(StayExtract.class).getFirst();
    }

    public List<String> titles() {
        return rows.stream().map(Part::title).toList();
    }

    /// Everything a list shows of a drug, in one line: RP, code, name, 1回量, 1日量, usage, its code, days,
    /// from, until, total, route, state, details, notes.
    public static String line(DrugItem item) {
        var end = item.end();
        var start = item.start();
        return String.join(
                " | ",
                item.rp(),
                item.code(),
                item.name(),
                item.dose() + item.doseUnit(),
                item.daily() + item.dailyUnit(),
                item.usage(),
                item.usageCode(),
                String.valueOf(item.days()),
                start == null ? "" : start.toString(),
                end == null ? "" : end.toString(),
                item.total() + item.totalUnit(),
                item.route(),
                item.state().words() + (item.reason().isBlank() ? "" : "：" + item.reason()),
                String.join("；", item.details()),
                String.join("；", item.notes()));
    }

    /// The values at a path of all resources of a type, in their order, parted by `|`.
    public String fhir(String type, String path) {
        return String.join("|", values(type, path));
    }

    public List<String> values(String type, String path) {
        var values = new ArrayList<String>();
        for (var row : rows) {
            for (var resource : resources(row)) {
                if (resource.text("resourceType").equals(type)) {
                    resource.all(path).forEach(value -> values.add(value.text()));
                }
            }
        }
        return values;
    }

    private static List<JsonValue> resources(Part row) {
        try {
            return JsonDocument.read(row.bundle()).getFirst().all("entry.resource");
        } catch (Unreadable bad) {
            throw new AssertionError(bad);
        }
    }

    /// What becomes of each thing a message names: `+` told, `-` taken away, and its source.
    public List<String> sources() {
        return file.sheets().stream()
                .map(sheet -> (sheet.deletes() ? "-" : "+") + sheet.source())
                .toList();
    }

    /// The text of each section of a report or document, under its heading.
    public List<String> sections() {
        return extracts(DocumentExtract.class).stream()
                .flatMap(paper -> paper.items().stream())
                .map(section -> section.title() + "：" + section.text())
                .toList();
    }

    /// Codes of the notes of its file.
    public List<String> notes() {
        return file.notes().stream().map(note -> note.code()).toList();
    }
}
