package hmnet.formats.ssmix2.cut;

import hmnet.formats.fhir.AdministrationJson;
import hmnet.formats.fhir.DrugJson;
import hmnet.formats.fhir.DrugLine;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7v2.segment.DrugLines;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Cuts prescriptions and injections, ordered and given (処方・注射): one row per order.
final class DrugCut {
    private DrugCut() {}

    static List<Part> cut(Source source) {
        var kind = source.name().kind();
        boolean given = kind == StorageKind.OMP_11 || kind == StorageKind.OMP_12;
        var orders = new LinkedHashMap<String, List<DrugLine>>();
        for (var line : DrugLines.of(source.message(), given ? "RXA" : "RXE")) {
            orders.computeIfAbsent(line.orderNumber(), number -> new ArrayList<>())
                    .add(line);
        }
        return orders.entrySet().stream()
                .map(order -> part(source, order.getKey(), order.getValue(), given))
                .toList();
    }

    private static Part part(Source source, String order, List<DrugLine> lines, boolean given) {
        boolean injection =
                source.name().kind() == StorageKind.OMP_02 || source.name().kind() == StorageKind.OMP_12;
        var bundle = source.bundle();
        var items = new ArrayList<PrescriptionExtract.DrugItem>();
        var keys = Keys.of(lines, line -> order + "/" + key(line), line -> order + "/" + longKey(line));
        for (var line : lines) {
            items.addAll(DrugItems.of(line));
            var whole = DrugItems.whole(line);
            var key = keys.getOrDefault(line, "");
            if (given) {
                AdministrationJson.write(bundle, key, line, whole, at(source, line), injection);
            } else {
                DrugJson.request(bundle, key, line, whole, at(source, line), injection);
            }
        }
        var codes = items.stream().map(item -> codes(item, source.tables())).toList();
        var labels = labels(lines, items, codes);
        var extract = new PrescriptionExtract(given ? "" : orderClass(lines.getFirst()), given, items);
        return new Part(
                injection ? RecordKind.INJECTION : RecordKind.PRESCRIPTION,
                order.isEmpty() ? "order" : order,
                at(source, lines.getFirst()),
                labels,
                lines.stream()
                        .anyMatch(line ->
                                line.orc() != null && Source.corrects(line.orc().text(1))),
                false,
                null,
                Code.once(codes.stream().flatMap(List::stream).toList()),
                codes.stream()
                        .map(each -> CodingLevel.of(Vocabulary.DRUG, each))
                        .toList(),
                extract.title(injection),
                OrderingDepartment.before(extract.write(), lines.getFirst().orc(), source, labels),
                bundle.bytes(),
                bundle.resources());
    }

    private static OffsetDateTime at(Source source, DrugLine line) {
        var ordered = line.orc() == null ? "" : line.orc().text(9);
        return line.drug().is("RXA") ? source.firstOf(line.drug().text(3), ordered) : source.firstOf(ordered);
    }

    /// RP number and drug; of what was given also when, since it is given again.
    private static String key(DrugLine line) {
        var drug = line.drug();
        boolean given = drug.is("RXA");
        int field = given ? 5 : 2;
        var code = drug.has(field) ? drug.text(field) : Names.of(drug, field);
        return line.rp() + "/" + code + (given ? "@" + drug.text(3) : "");
    }

    private static String longKey(DrugLine line) {
        var timing = line.timing();
        return key(line)
                + "/"
                + line.drug().text(line.drug().is("RXA") ? 6 : 3)
                + "/"
                + (timing == null ? "" : timing.raw(3) + "@" + timing.text(7));
    }

    private static Set<Label> labels(
            List<DrugLine> lines, List<PrescriptionExtract.DrugItem> items, List<List<Code>> codes) {
        var labels = EnumSet.noneOf(Label.class);
        items.forEach(item -> labels.addAll(LabelRules.ofDrug(item.name())));
        codes.forEach(each -> each.stream()
                .filter(code -> !code.isSent())
                .forEach(code -> labels.addAll(LabelRules.ofDrug(code.display()))));
        for (var line : lines) {
            if (line.orc() != null) {
                labels.addAll(LabelRules.ofDepartment(Names.of(line.orc(), 17)));
            }
        }
        return labels;
    }

    private static List<Code> codes(PrescriptionExtract.DrugItem item, Equivalents tables) {
        if (item.code().isBlank()) {
            return List.of();
        }
        var sent = List.of(new Code(item.system(), item.code(), item.name()));
        return Stream.concat(sent.stream(), tables.of(sent).stream()).toList();
    }

    /// OHP, OHI, IHP … of MERIT-9 (RXE-21).
    private static String orderClass(DrugLine first) {
        return first.drug().text(21);
    }
}
