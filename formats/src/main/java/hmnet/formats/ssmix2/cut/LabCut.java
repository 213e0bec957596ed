package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.LabJson;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.ObservationJson;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.LabRange;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabSafety;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.StandardTest;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Cuts laboratory orders and results (検体検査): per specimen, kind and labels, so that an HIV test among
/// routine ones is a row of its own and a pharmacist's tests are too.
final class LabCut {
    /// Deleted, and posted to the wrong patient (HL70085): never shown.
    private static final Set<String> WITHDRAWN = Set.of("D", "W");

    private LabCut() {}

    static List<Part> cut(Source source) {
        boolean order = source.name().kind() == StorageKind.OML_01;
        var rows = new LinkedHashMap<String, LabRow>();
        var added = new IdentityHashMap<LabResults.ResultSegment, List<Code>>();
        for (var result : LabResults.of(source.message(), order)) {
            boolean cancelled = OrderControl.CANCELLED.contains(result.group().orc(1));
            if (!cancelled
                    && !WITHDRAWN.contains(result.item().text(11))
                    && !name(result).isBlank()) {
                var more = source.tables().of(Names.codes(result.item(), codeField(result), 1));
                added.put(result, more);
                var row = new LabRow(kind(result, order, more), result.group().specimenKey(), labels(result, more));
                rows.computeIfAbsent(row.key(), key -> row).results().add(result);
            }
        }
        return rows.values().stream().map(row -> part(source, row, rows, added)).toList();
    }

    private static int codeField(LabResults.ResultSegment result) {
        return result.item().is("OBX") ? 3 : 4;
    }

    private static String name(LabResults.ResultSegment result) {
        return Names.of(result.item(), codeField(result));
    }

    private static RecordKind kind(LabResults.ResultSegment result, boolean order, List<Code> added) {
        if (order) {
            return RecordKind.LAB_ORDER;
        }
        var item = result.item();
        return LabSafety.holds(item.text(3, 1))
                        || LabSafety.holds(item.text(3, 4))
                        || added.stream().map(Code::code).anyMatch(LabSafety::holds)
                ? RecordKind.LAB_SAFETY
                : RecordKind.LABORATORY;
    }

    /// What the panel's name gives away counts for each result in it.
    private static Set<Label> labels(LabResults.ResultSegment result, List<Code> added) {
        var item = result.item();
        int field = codeField(result);
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofTest(item.text(field, 1), item.text(field, 2) + item.text(field, 5)));
        labels.addAll(LabelRules.ofTest(item.text(field, 4), ""));
        labels.addAll(LabelRules.ofTest(result.group().obr(4), result.group().panel()));
        labels.addAll(LabelRules.ofCodes(added));
        var orc = result.group().orc();
        if (orc != null) {
            labels.addAll(LabelRules.ofDepartment(Names.of(orc, 17)));
        }
        return labels;
    }

    private static Part part(
            Source source, LabRow row, Map<String, LabRow> rows, Map<LabResults.ResultSegment, List<Code>> added) {
        var at = row.at(source);
        var bundle = source.bundle();
        var items = new ArrayList<LabExtract.AnalyteItem>();
        var codes = new ArrayList<Code>();
        var coded = new ArrayList<CodingLevel>();
        var keys = Keys.of(row.results(), LabCut::key, LabCut::longKey);
        LabJson.specimen(bundle, row.key(), at, row.results().getFirst().group().spm());
        for (var result : row.results()) {
            var more = added.getOrDefault(result, List.of());
            var all = codes(result, more);
            var item = StandardTest.of(item(result, at, row.kind()), all);
            items.add(item);
            if (!item.code().isBlank()) {
                codes.add(new Code(item.system(), item.code(), item.name()));
            }
            codes.addAll(more);
            coded.add(CodingLevel.of(Vocabulary.TEST, all));
            write(bundle, row, result, item, keys.getOrDefault(result, ""));
        }
        if (row.kind() != RecordKind.LAB_ORDER) {
            var keysInOrder = row.results().stream()
                    .map(result -> keys.getOrDefault(result, ""))
                    .toList();
            LabJson.report(bundle, report(source, row, at, rows), keysInOrder);
        }
        var extract = new LabExtract(items);
        return new Part(
                row.kind(),
                row.key(),
                at,
                row.labels(),
                row.corrected(),
                row.preliminary(),
                row.finalAt(source),
                once(codes),
                coded,
                extract.title(row.panel()),
                OrderingDepartment.before(
                        extract.write(), row.results().getFirst().group().orc(), source, row.labels()),
                bundle.bytes(),
                bundle.resources());
    }

    /// As they are where no table added one.
    private static List<Code> once(List<Code> codes) {
        return codes.stream().allMatch(Code::isSent) ? codes : Code.once(codes);
    }

    private static List<Code> codes(LabResults.ResultSegment result, List<Code> added) {
        var sent = Names.codes(result.item(), codeField(result), 1);
        return Stream.concat(sent.stream(), added.stream()).toList();
    }

    private static void write(
            Bundle bundle, LabRow row, LabResults.ResultSegment result, LabExtract.AnalyteItem item, String key) {
        if (row.kind() == RecordKind.LAB_ORDER) {
            var orc = result.group().orc();
            var doctor = orc == null ? "" : Names.person(orc, 12);
            LabJson.request(
                    bundle, key, result.item(), item.at(), result.group().orc(2), doctor, row.key());
        } else {
            ObservationJson.write(bundle, key, item, result.item(), row.key(), result.notes());
        }
    }

    /// Comments on the whole report go only to its row with most labels: nobody knows what they give away.
    private static LabJson.LabReport report(Source source, LabRow row, OffsetDateTime at, Map<String, LabRow> rows) {
        boolean mostLabelled = rows.values().stream()
                .noneMatch(other -> other.labels().size() > row.labels().size());
        var notes = new LinkedHashSet<String>();
        if (mostLabelled) {
            var groups = new LinkedHashSet<LabResults.ResultGroup>();
            row.results().forEach(result -> groups.add(result.group()));
            groups.forEach(other -> notes.addAll(other.notes()));
        }
        var group = row.results().getFirst().group();
        var order = group.orc(2).isEmpty() ? group.obr(2) : group.orc(2);
        var conclusion = String.join("\n", notes);
        return new LabJson.LabReport(row.key(), row.status(), order, row.panel(), at, row.finalAt(source), conclusion);
    }

    private static String key(LabResults.ResultSegment result) {
        var item = result.item();
        int field = codeField(result);
        return result.group().specimenKey() + "/" + (item.has(field) ? item.text(field) : name(result))
                + result.group().tellingApart(item);
    }

    private static String longKey(LabResults.ResultSegment result) {
        return key(result) + "/" + result.group().obr(4) + "@" + result.item().text(14);
    }

    private static LabExtract.AnalyteItem item(LabResults.ResultSegment result, OffsetDateTime at, RecordKind kind) {
        var item = result.item();
        int field = codeField(result);
        boolean order = kind == RecordKind.LAB_ORDER;
        var range = order ? LabRange.NONE : LabRange.of(item.joined(7, " "));
        boolean coded = item.has(field);
        return new LabExtract.AnalyteItem(
                item.text(field, coded ? 1 : 4),
                CodingSystems.uri(item.text(field, coded ? 3 : 6)),
                result.of().isEmpty() ? name(result) : name(result) + "［" + result.of() + "］",
                order ? "" : ObservationJson.text(item),
                order ? "" : unit(item),
                range.low(),
                range.high(),
                order ? "" : item.text(8),
                order ? "O" : item.text(11),
                specimen(result),
                order ? at : observed(item, at));
    }

    private static OffsetDateTime observed(Segment item, OffsetDateTime at) {
        var observed = Hl7Time.at(item.text(14));
        return observed == null ? at : observed;
    }

    private static String unit(Segment item) {
        return item.text(6, 2).isEmpty() ? item.text(6, 1) : item.text(6, 2);
    }

    private static String specimen(LabResults.ResultSegment result) {
        var spm = result.group().spm();
        return spm == null ? "" : Names.of(spm, 4);
    }
}
