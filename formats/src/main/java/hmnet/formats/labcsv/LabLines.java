package hmnet.formats.labcsv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Results of other formats as lines of a layout (検査結果への変換): what the layout cannot say is noted, a
/// result without its patient or test is not written.
final class LabLines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final Set<Results.ResultKind> KINDS =
            Set.of(Results.ResultKind.LABORATORY, Results.ResultKind.CHECKUP, Results.ResultKind.VITAL);
    private static final int COMMENTS = 6;

    private final LabLayout layout;
    private final Set<String> fields;
    private final List<LabLine> lines = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private LabLines(LabLayout layout) {
        this.layout = layout;
        this.fields = layout.fields();
    }

    static WrittenFile write(LabLayout layout, List<Sheet> sheets) throws Unreadable {
        var made = new LabLines(layout);
        for (var sheet : sheets) {
            made.add(sheet);
        }
        if (made.lines.isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "no result");
        }
        var written = LabWriter.lines(layout, made.lines);
        made.notes.addAll(written.notes());
        return new WrittenFile(written.bytes(), List.copyOf(made.notes));
    }

    private void add(Sheet sheet) throws Unreadable {
        for (var entry : sheet.entries()) {
            if (!(entry instanceof Results results) || !KINDS.contains(results.kind())) {
                note("not-written", entry.getClass().getSimpleName(), entry.key());
                continue;
            }
            if (sheet.patient().isBlank()) {
                throw new Unreadable("not-writable", 0, "patient", "a result without its patient's number");
            }
            for (var result : results.results()) {
                add(sheet, results, result);
            }
        }
    }

    private void note(String code, String field, String text) {
        notes.add(Note.info(code, lines.size(), field, text));
    }

    private void add(Sheet sheet, Results results, Results.TestResult result) {
        if (result.test().isNone()) {
            note("not-written", "item", result.key());
            return;
        }
        var values = new HashMap<String, String>();
        person(sheet, values);
        values.put("order", results.orderNumber());
        values.put("sampled", results.at().format(DAY));
        var time = results.at().toLocalTime();
        values.put("sampledTime", time.equals(LocalTime.MIDNIGHT) ? "" : time.format(TIME));
        values.put("panel", results.title());
        values.put("doctor", results.from().doctor().shown());
        values.put("note", String.join(" ", results.notes()));
        values.put("department", results.from().department().shown());
        values.put("materialCode", results.specimen().type().first().code());
        values.put("material", results.specimen().type().text());
        test(result, values);
        values.put("flag", layout.sent("flag", result.flag()));
        status(result, values);
        LabValueFields.value(layout, result, values);
        values.put("unit", result.unit().unit());
        LabValueFields.range(fields, result, values);
        comments(result, values);
        values.values().removeIf(String::isEmpty);
        lines.add(new LabLine(lines.size() + 1, Map.copyOf(values)));
    }

    private static void person(Sheet sheet, Map<String, String> values) {
        var person = sheet.person();
        values.put("patient", sheet.patient());
        values.put("name", FullName.joined(person.familyName(), person.givenName(), "　"));
        values.put("kana", FullName.joined(person.familyKana(), person.givenKana(), "　"));
        values.put("birth", person.birthDate() == null ? "" : person.birthDate().format(DAY));
        values.put("sex", person.sex().equals("male") ? "1" : person.sex().equals("female") ? "2" : "");
    }

    private void test(Results.TestResult result, Map<String, String> values) {
        var jlac10 = result.test().code(CodingSystems.JLAC10);
        var analyte = result.test().code(CodingSystems.uri("MEDIS-LAB"));
        values.put("jlac10", jlac10);
        values.put("analyte", analyte);
        values.put("item", result.test().shown());
        var others = result.test().codes().stream()
                .map(Code::code)
                .filter(code -> !code.equals(jlac10) && !code.equals(analyte))
                .distinct()
                .toList();
        values.put("itemCode", others.isEmpty() ? "" : others.getFirst());
        others.stream().skip(1).forEach(code -> note("no-column", "itemCode", code));
        if (!fields.contains("jlac10") && others.isEmpty()) {
            values.put("itemCode", values.remove("jlac10"));
        }
    }

    /// A value that is not final is never written where the layout takes all for final.
    private void status(Results.TestResult result, Map<String, String> values) {
        var sent = layout.sent("status", result.status());
        if (layout.means("status", sent)) {
            values.put("status", sent);
        } else if (!result.status().equals("F")) {
            note("status-not-said", "status", result.status());
        }
    }

    private void comments(Results.TestResult result, Map<String, String> values) {
        int n = 0;
        for (var comment : result.notes()) {
            if (++n <= COMMENTS) {
                values.put("comment" + n, comment);
            } else {
                note("no-column", "comment" + n, comment);
            }
        }
    }
}
