package hmnet.formats.ssmix2.cut;

import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.LabJson;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.ObservationJson;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.hl7v2.segment.LabResults;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.StandardTest;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                    && !AnalyteCut.name(result).isBlank()) {
                var more = source.tables().of(Names.codes(result.item(), AnalyteCut.codeField(result), 1));
                added.put(result, more);
                var row = new LabRow(
                        LabRowKind.kind(result, order, more),
                        result.group().specimenKey(),
                        LabRowKind.labels(result, more));
                rows.computeIfAbsent(row.key(), key -> row).results().add(result);
            }
        }
        return rows.values().stream().map(row -> part(source, row, rows, added)).toList();
    }

    private static Part part(
            Source source, LabRow row, Map<String, LabRow> rows, Map<LabResults.ResultSegment, List<Code>> added) {
        var at = row.at(source);
        var bundle = source.bundle();
        var items = new ArrayList<LabExtract.AnalyteItem>();
        var codes = new ArrayList<Code>();
        var coded = new ArrayList<CodingLevel>();
        var keys = Keys.of(row.results(), AnalyteCut::key, AnalyteCut::longKey);
        LabJson.specimen(bundle, row.key(), at, row.results().getFirst().group().spm());
        for (var result : row.results()) {
            var more = added.getOrDefault(result, List.of());
            var all = AnalyteCut.codes(result, more);
            var item = StandardTest.of(AnalyteCut.item(result, at, row.kind()), all);
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
                AnalyteCut.once(codes),
                coded,
                extract.title(row.panel()),
                OrderingDepartment.before(
                        extract.write(), row.results().getFirst().group().orc(), source, row.labels()),
                bundle.bytes(),
                bundle.resources());
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
}
