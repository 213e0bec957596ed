package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.LabRange;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderStatus;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was measured or is to be (検査結果・検査依頼・バイタルサイン), by SPM, OBR, ORC and OBX: per order and
/// specimen.
final class ResultItems {
    /// Deleted, and posted to the wrong patient (HL70085): never shown.
    private static final Set<String> WITHDRAWN = Set.of("D", "W");

    private static final Set<String> FINAL = Set.of("F", "C", "U", "X", "");

    private final MessageContext about;
    private final Results.ResultKind kind;
    private final Predicate<Segment> wanted;

    private ResultItems(MessageContext about, Results.ResultKind kind, Predicate<Segment> wanted) {
        this.about = about;
        this.kind = kind;
        this.wanted = wanted;
    }

    static List<MessageItem> of(MessageContext about, Results.ResultKind kind) {
        return of(about, kind, item -> true);
    }

    static List<MessageItem> of(MessageContext about, Results.ResultKind kind, Predicate<Segment> wanted) {
        return new ResultItems(about, kind, wanted).told();
    }

    private List<MessageItem> told() {
        var orders = new LinkedHashMap<String, LinkedHashMap<String, List<LabResults.ResultSegment>>>();
        for (var result : LabResults.of(about.message(), kind == Results.ResultKind.ORDERED)) {
            var specimens = orders.computeIfAbsent(number(result), number -> new LinkedHashMap<>());
            if (isTold(result)) {
                specimens
                        .computeIfAbsent(key(result.group(), result.item()), specimen -> new ArrayList<>())
                        .add(result);
            }
        }
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, specimens) -> {
            if (specimens.isEmpty()) {
                told.add(MessageItem.gone(prefix() + number));
                return;
            }
            var entries = new ArrayList<Entry>();
            specimens.forEach((specimen, results) -> entries.add(entry(number, specimen, results)));
            told.add(new MessageItem(prefix() + source(number, entries), false, entries));
        });
        told.addAll(OrderLine.gone(about.message(), prefix(), told));
        return told;
    }

    private boolean isTold(LabResults.ResultSegment result) {
        return wanted.test(result.item())
                && !OrderLine.cancelled(about, result.group().orc())
                && !WITHDRAWN.contains(result.item().text(11))
                && !Names.of(result.item(), field(result)).isBlank();
    }

    private String prefix() {
        return kind + "/";
    }

    /// The specimen; without one, when it was observed: vital signs of a day come in one message.
    private String key(LabResults.ResultGroup group, Segment item) {
        if (group.spm() != null) {
            return group.specimenKey();
        }
        var observed = kind == Results.ResultKind.VITAL && item.has(14) ? item.text(14) : group.obr(7);
        var word = kind.name().toLowerCase(Locale.ROOT);
        var material = source(group);
        var of = material.isNone()
                ? ""
                : "/"
                        + (material.codes().isEmpty()
                                ? material.shown()
                                : material.first().code());
        return (observed.isEmpty() ? word : word + "@" + observed) + of;
    }

    /// Without an order number: what was taken when.
    private static String source(String number, List<Entry> entries) {
        var first = entries.getFirst();
        return number.isEmpty() ? first.key() + "@" + Hl7Time.hl7(first.at()) : number;
    }

    private static String number(LabResults.ResultSegment result) {
        return OrderLine.number(result.group().orc(), result.group().obr());
    }

    private static int field(LabResults.ResultSegment result) {
        return result.item().is("OBX") ? 3 : 4;
    }

    private Results entry(String number, String specimen, List<LabResults.ResultSegment> results) {
        var group = results.getFirst().group();
        var at = at(results.getFirst());
        var keys = Keys.of(
                results,
                ResultItems::key,
                result -> key(result) + "@" + result.item().text(14));
        return new Results(
                specimen,
                at,
                kind,
                panel(results),
                specimen(group),
                number,
                OrderLine.source(about, group.orc(), group.obr()),
                results.stream()
                        .map(result -> result(result, at, keys.getOrDefault(result, "")))
                        .toList(),
                comments(results),
                OrderStatus.of(group.orc()),
                finalAt(results),
                results.stream().anyMatch(ResultItems::corrects),
                OrderLine.labels(about, group.orc()));
    }

    private static Results.LabMaterial specimen(LabResults.ResultGroup group) {
        var spm = group.spm();
        return spm == null
                ? Results.LabMaterial.of(source(group))
                : new Results.LabMaterial(SentFields.concept(spm, 4), spm.text(2), SentFields.concept(spm, 8));
    }

    /// OBR-15 of older messages: code, name and system as subcomponents.
    private static Concept source(LabResults.ResultGroup group) {
        var obr = group.obr();
        if (obr == null || !obr.says(15)) {
            return Concept.NONE;
        }
        var code = obr.sub(15, 1, 1).strip();
        var name = obr.sub(15, 1, 2).strip();
        return name.isEmpty()
                ? Concept.of(code)
                : new Concept(name, List.of(new Code(CodingSystems.uri(obr.sub(15, 1, 3)), code, name)));
    }

    private static boolean corrects(LabResults.ResultSegment result) {
        return OrderLine.corrects(result.group().orc())
                || result.group().obr(25).equals("C");
    }

    /// On all of an order: NTE behind its OBR, ORC, SPM or the patient, and what these say.
    private List<String> comments(List<LabResults.ResultSegment> results) {
        var comments = new LinkedHashSet<>(LabResults.remarks(about.message()));
        for (var result : results) {
            comments.addAll(SpecimenWords.of(result.group().spm()));
            comments.addAll(RequestWords.of(result.group().obr()));
            comments.addAll(RequestWords.ofTimings(result.group().timings()));
            comments.addAll(result.group().notes());
        }
        return List.copyOf(comments);
    }

    private OffsetDateTime at(LabResults.ResultSegment first) {
        var group = first.group();
        if (kind == Results.ResultKind.ORDERED) {
            return about.firstOf(group.orc(9), group.obr(6), group.obr(7));
        }
        var spm = group.spm();
        var observed = first.item().text(14);
        return kind == Results.ResultKind.VITAL
                ? about.firstOf(observed, group.obr(7), group.orc(9))
                : about.firstOf(spm == null ? "" : spm.text(17), group.obr(7), observed, group.obr(14));
    }

    private static String panel(List<LabResults.ResultSegment> results) {
        var panels = new LinkedHashSet<String>();
        results.forEach(result -> panels.add(result.group().panel()));
        panels.remove("");
        return String.join("・", panels);
    }

    private static String key(LabResults.ResultSegment result) {
        var item = result.item();
        int field = field(result);
        var code = item.has(field) ? item.text(field) : Names.of(item, field);
        return code + result.group().tellingApart(item);
    }

    private Results.TestResult result(LabResults.ResultSegment result, OffsetDateTime at, String key) {
        var item = result.item();
        var named = SentFields.concept(item, field(result));
        var test = result.of().isEmpty() ? named : new Concept(named.shown() + "［" + result.of() + "］", named.codes());
        if (kind == Results.ResultKind.ORDERED) {
            return new Results.TestResult(
                    key, test, "", Amount.NONE, Concept.NONE, "", "", "", "", "O", at, result.notes(), labels(result));
        }
        var range = LabRange.of(item.joined(7, " "));
        var observed = Hl7Time.at(item.text(14));
        var limits = item.joined(7, " ").strip();
        return new Results.TestResult(
                key,
                test,
                value(item),
                SentFields.unit(item, 6, ""),
                SentResult.code(item),
                range.low(),
                range.high(),
                limits,
                item.text(8),
                status(result),
                observed == null ? at : observed,
                notes(result),
                labels(result));
    }

    /// A file is no value: it stands beside the results.
    private static String value(Segment item) {
        return item.is("OBX") && item.text(2).equals("ED") && !item.text(5, 4).equals("A")
                ? "添付ファイル"
                : SentResult.text(item);
    }

    /// OBX-11; where the sender leaves it out, what it says of the whole (OBR-25, HL70123).
    private static String status(LabResults.ResultSegment result) {
        var whole = result.group().obr(25);
        return result.item().has(11) || !Set.of("P", "R", "C", "F").contains(whole)
                ? result.item().text(11)
                : whole;
    }

    /// NTE behind it, and what stands beside its value.
    private static List<String> notes(LabResults.ResultSegment result) {
        var notes = new ArrayList<>(result.notes());
        if (result.item().is("OBX")) {
            notes.addAll(SentResult.remarks(result.item()));
        }
        return notes;
    }

    /// What the panel's code or name gives away counts for each result in it.
    private static Set<Label> labels(LabResults.ResultSegment result) {
        return LabelRules.ofTest(result.group().obr(4), result.group().panel());
    }

    /// OBR-22, else OBX-14, else the message's own time; of those that are final; null while none is.
    private @Nullable OffsetDateTime finalAt(List<LabResults.ResultSegment> results) {
        var whole = results.stream()
                .filter(result -> FINAL.contains(status(result)))
                .toList();
        if (kind == Results.ResultKind.ORDERED || whole.isEmpty()) {
            return null;
        }
        OffsetDateTime latest = null;
        for (int turn = 0; latest == null && turn < 2; turn++) {
            for (var result : whole) {
                var time = Hl7Time.at(
                        turn == 0 ? result.group().obr(22) : result.item().text(14));
                latest = time != null && (latest == null || time.isAfter(latest)) ? time : latest;
            }
        }
        return latest == null ? about.fallback() : latest;
    }
}
