package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A sheet of another format as results of a check-up (健診結果への変換): items that have a code of
/// check-ups; what has none and what the format cannot say is told in notes, never lost silently.
record KenshinConversion(@Nullable Checkup checkup, List<Note> notes) {
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

    public static KenshinConversion of(Sheet sheet) {
        var notes = new ArrayList<Note>();
        var items = new ArrayList<CheckupItem>();
        for (var entry : sheet.entries()) {
            if (entry instanceof Results results && results.kind() != Results.ResultKind.ORDERED) {
                results.results().forEach(result -> add(result, items, notes));
            } else {
                notes.add(Note.info("not-written", 0, entry.getClass().getSimpleName(), entry.key()));
            }
        }
        if (items.isEmpty()) {
            notes.add(Note.info("nothing-to-write", 0, "", "no item of a check-up"));
            return new KenshinConversion(null, List.copyOf(notes));
        }
        return new KenshinConversion(checkup(sheet, items), List.copyOf(notes));
    }

    private static Checkup checkup(Sheet sheet, List<CheckupItem> items) {
        var day = Hl7Time.hl7(sheet.at().toLocalDate());
        var insured = sheet.insured();
        var person = sheet.person();
        var kana = (person.familyKana() + " " + person.givenKana()).strip();
        var examinee = new Examinee(
                sheet.patient(),
                insured == null ? "" : insured.insurer(),
                insured == null ? "" : insured.symbol(),
                insured == null ? "" : insured.number(),
                insured == null ? "" : insured.branch(),
                kana.isEmpty() ? (person.familyName() + " " + person.givenName()).strip() : kana,
                Hl7Time.hl7(person.birthDate()),
                switch (person.sex()) {
                    case "male" -> "1";
                    case "female" -> "2";
                    default -> "";
                },
                person.postalCode(),
                person.address());
        return new Checkup(
                "10",
                "010",
                sheet.version().length() >= 8 ? sheet.version().substring(0, 8) : day,
                day,
                examinee,
                Institution.NONE,
                Institution.NONE,
                null,
                List.of(new Checkup.CheckupSection("01010", "", "", List.copyOf(items))));
    }

    private static void add(Results.TestResult result, List<CheckupItem> items, List<Note> notes) {
        var known = result.test().codes().stream()
                .map(code -> Items.of(code.code()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (known == null) {
            notes.add(Note.info("item-unknown", 0, result.key(), result.test().shown()));
            return;
        }
        if (result.status().equals("P")) {
            notes.add(Note.info("not-written", 0, result.key(), "not final"));
            return;
        }
        boolean coded = known.type().startsWith("C");
        var value = coded ? result.coded().first().code() : result.value();
        boolean none = value.isBlank();
        if (none
                && state(result) == CheckupItem.State.MEASURED
                && !result.flag().matches("[HL]")) {
            notes.add(Note.info("not-written", 0, result.key(), "no value, and nobody said why"));
            return;
        }
        var type = none ? "" : type(known, value, result.key(), notes);
        items.add(new CheckupItem(
                "",
                known.code(),
                Oids.ITEMS,
                known.name(),
                type,
                value,
                type.equals("PQ") ? unit(result, known, notes) : "",
                coded ? result.coded().shown() : "",
                coded ? known.results() : "",
                none ? state(result) : CheckupItem.State.MEASURED,
                result.flag().matches("[HLN]") ? result.flag() : "",
                limit(result.low(), type, result.key(), notes),
                limit(result.high(), type, result.key(), notes),
                known.method(),
                author(result),
                List.of()));
        result.notes().stream()
                .filter(note -> !KenshinSheet.isSaidByTheItem(note))
                .forEach(note -> notes.add(Note.info("not-written", 0, result.key(), note)));
    }

    /// 未実施 and 測定不能 only where somebody said so.
    private static CheckupItem.State state(Results.TestResult result) {
        if (result.notes().contains(KenshinSheet.NOT_MEASURABLE)) {
            return CheckupItem.State.NOT_MEASURABLE;
        }
        return result.notes().contains(KenshinSheet.NOT_DONE) ? CheckupItem.State.NOT_DONE : CheckupItem.State.MEASURED;
    }

    private static String author(Results.TestResult result) {
        return result.notes().stream()
                .filter(note -> note.startsWith(KenshinSheet.AUTHOR))
                .map(note -> note.substring(KenshinSheet.AUTHOR.length()))
                .findFirst()
                .orElse("");
    }

    /// `<5.0` is a text, not a number.
    private static String type(Items.ItemDefinition known, String value, String key, List<Note> notes) {
        boolean number = known.type().equals("PQ") || known.type().equals("INT");
        if (number && !value.matches(NUMBER)) {
            notes.add(Note.info("not-a-number", 0, key, value));
            return "ST";
        }
        return known.type();
    }

    private static String limit(String limit, String type, String key, List<Note> notes) {
        if (limit.isEmpty() || type.equals("PQ") && limit.matches(NUMBER)) {
            return limit;
        }
        notes.add(Note.info("not-written", 0, key, "limit " + limit));
        return "";
    }

    /// As sent: a number under another unit would be another result.
    private static String unit(Results.TestResult result, Items.ItemDefinition known, List<Note> notes) {
        var sent = result.unit().unitCode().isEmpty()
                ? result.unit().unit()
                : result.unit().unitCode();
        if (sent.isEmpty() || sent.equalsIgnoreCase(known.unit())) {
            return known.unit();
        }
        notes.add(Note.info("unit-differs", 0, result.key(), sent + " for " + known.unit()));
        return sent;
    }
}
