package hmnet.formats.kenshin;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A check-up as a sheet of a chart (健診結果の記載): one row of results, each item by its code.
final class KenshinSheet {
    static final String UCUM = "http://unitsofmeasure.org";

    static final String NOT_DONE = "未実施";
    static final String NOT_MEASURABLE = "測定不能";
    static final String MISSING = "値の記載なし";
    static final String METHOD = "検査方法 ";
    static final String AUTHOR = "判断した者: ";

    private static final String FOURTH_PERIOD = "20240401";
    private static final Pattern NEW_LIST = Pattern.compile(".*\\.24\\d{3}");

    private KenshinSheet() {}

    /// A note that the item itself says in the format of check-ups.
    static boolean isSaidByTheItem(String note) {
        return note.equals(NOT_DONE)
                || note.equals(NOT_MEASURABLE)
                || note.equals(MISSING)
                || note.startsWith(METHOD)
                || note.startsWith(AUTHOR);
    }

    static Sheet of(Checkup checkup) {
        var at = at(checkup.done(), checkup.written());
        boolean deletes = checkup.report().equals("19");
        return new Sheet(
                checkup.examinee().key(),
                checkup.examinee().demographics(),
                checkup.examinee().insured(),
                source(checkup),
                (checkup.written().isEmpty() ? checkup.done() : checkup.written()) + "000000",
                at,
                deletes,
                false,
                deletes ? List.of() : entries(checkup, at));
    }

    private static OffsetDateTime at(String done, String written) {
        var at = Hl7Time.at(done);
        var other = at == null ? Hl7Time.at(written) : at;
        return other == null ? LocalDate.EPOCH.atStartOfDay().atOffset(Hl7Time.JAPAN) : other;
    }

    /// Of whom and when, so that a second file of the same check-up supersedes the first; what names the
    /// person goes in folded, for a key is seen by more than those who may see an insurance number.
    private static String source(Checkup checkup) {
        var who = checkup.examinee();
        var person = String.join(
                "|", who.key(), who.insurer(), who.symbol(), who.number(), who.branch(), who.birthDate(), who.kana());
        var report = checkup.report().equals("19") ? "10" : checkup.report();
        return "kenshin:" + report + ":" + checkup.done() + ":"
                + Sha256.hex(person.getBytes(StandardCharsets.UTF_8), 12);
    }

    private static List<Entry> entries(Checkup checkup, OffsetDateTime at) {
        var results = new ArrayList<Results.TestResult>();
        Map<String, Integer> used = new HashMap<>();
        checkup.items().filter(item -> !item.code().isEmpty()).forEach(item -> {
            var own = item.act().isEmpty() ? item.code() : item.act() + "/" + item.code();
            int times = used.merge(own, 1, Integer::sum);
            results.add(result(times == 1 ? own : own + "#" + times, named(item, checkup.done()), at));
        });
        var entries = new ArrayList<Entry>(words(checkup, at));
        if (results.isEmpty()) {
            return entries;
        }
        entries.add(Results.of(
                "checkup",
                at,
                Results.ResultKind.CHECKUP,
                title(checkup),
                Concept.NONE,
                "",
                "",
                List.copyOf(results),
                at,
                false,
                Set.of()));
        return List.copyOf(entries);
    }

    /// Sections that say something in words alone.
    private static List<Entry> words(Checkup checkup, OffsetDateTime at) {
        var sections = checkup.sections().stream()
                .filter(section -> section.items().isEmpty()
                        && !section.text().isBlank()
                        && !section.text().strip().equals("記載なし"))
                .map(section -> new Paper.PaperSection(
                        section.title().isEmpty() ? Items.word("section", section.code()) : section.title(),
                        section.text().strip()))
                .toList();
        return sections.isEmpty()
                ? List.of()
                : List.of(new Paper(
                        "words",
                        at,
                        Paper.PaperKind.DOCUMENT,
                        Concept.of("健診の記載"),
                        title(checkup) + "の記載",
                        "",
                        "",
                        sections,
                        "",
                        new byte[0],
                        CareStatus.ACTIVE,
                        Set.of()));
    }

    static String title(Checkup checkup) {
        boolean latter =
                checkup.sections().stream().anyMatch(section -> section.code().equals("01020"))
                        && checkup.examinee().insurer().startsWith("39");
        var word = Items.word("report", checkup.report());
        return latter ? "後期高齢者健診" : word.isEmpty() ? "健診" : word;
    }

    private static Results.TestResult result(String key, CheckupItem item, OffsetDateTime at) {
        boolean coded = item.type().startsWith("C") && !item.value().isEmpty();
        return Results.TestResult.of(
                key,
                test(item),
                coded ? item.display().isEmpty() ? item.value() : item.display() : item.value(),
                item.unit().isEmpty() || item.value().isEmpty()
                        ? Amount.NONE
                        : new Amount(item.value(), item.unit(), item.unit(), UCUM),
                coded ? Concept.of(oid(item.results()), item.value(), item.display()) : Concept.NONE,
                item.low(),
                item.high(),
                item.flag(),
                item.state() == CheckupItem.State.MEASURED && !isMissing(item) ? "F" : "X",
                at,
                notes(item));
    }

    /// With the words of a coded answer. The lists of the fourth period begin with 24: a table without
    /// lists tells of an older check-up by older ones.
    private static CheckupItem named(CheckupItem item, String done) {
        boolean coded = item.type().startsWith("C") && item.display().isEmpty();
        boolean ofItsTime = !NEW_LIST.matcher(item.results()).matches() || done.compareTo(FOURTH_PERIOD) >= 0;
        return coded && ofItsTime ? item.called(Items.answer(item.code(), item.results(), item.value())) : item;
    }

    /// Neither a value nor a reason for its absence, nor the head of a group.
    private static boolean isMissing(CheckupItem item) {
        return item.state() == CheckupItem.State.MEASURED
                && item.value().isEmpty()
                && item.flag().isEmpty()
                && item.members().isEmpty();
    }

    private static Concept test(CheckupItem item) {
        var codes = new ArrayList<Code>();
        codes.add(new Code(oid(item.codeSystem()), item.code(), item.name()));
        if (Items.isCode(item.code())) {
            codes.add(new Code(CodingSystems.JLAC10, item.code(), item.name()));
        }
        return new Concept(item.name().isEmpty() ? item.code() : item.name(), codes);
    }

    private static List<String> notes(CheckupItem item) {
        var notes = new ArrayList<String>();
        switch (item.state()) {
            case MEASURED -> {}
            case NOT_DONE -> notes.add(NOT_DONE);
            case NOT_MEASURABLE ->
                notes.add(
                        item.display().startsWith(KenshinItems.NULL_FLAVOR)
                                ? "値なし（" + item.display() + "）"
                                : NOT_MEASURABLE);
        }
        if (isMissing(item)) {
            notes.add(MISSING);
        }
        var known = Items.of(item.code());
        if (!item.method().isEmpty() && (known == null || !known.method().equals(item.method()))) {
            notes.add(METHOD + item.method());
        }
        if (!item.author().isEmpty()) {
            notes.add(AUTHOR + item.author());
        }
        return List.copyOf(notes);
    }

    private static String oid(String oid) {
        return oid.isEmpty() ? "" : "urn:oid:" + oid;
    }
}
