package hmnet.formats.ssmix2;

import hmnet.formats.extract.PrescriptionExtract;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.fhir.DrugLine;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.Unit;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a medicine list shows of one drug order (お薬一覧の行).
final class DrugItems {
    private static final Set<String> DAYS = Set.of("d", "D", "日", "DAY", "day");

    private DrugItems() {}

    /// The drug itself, or each drug of a mixture: a medicine list names what goes into the patient.
    static List<PrescriptionExtract.Item> of(DrugLine line) {
        if (line.components().isEmpty()) {
            return List.of(whole(line));
        }
        return line.components().stream().map(rxc -> component(line, rxc)).toList();
    }

    /// The order as a whole.
    static PrescriptionExtract.Item whole(DrugLine line) {
        var drug = line.drug();
        boolean given = drug.is("RXA");
        int code = given ? 5 : 2;
        return item(
                line,
                drug,
                code,
                drug.text(given ? 6 : 3),
                Unit.of(drug, given ? 7 : 5).shown(),
                given ? "" : drug.text(10),
                given ? "" : Unit.of(drug, 11).shown());
    }

    private static PrescriptionExtract.Item component(DrugLine line, Segment rxc) {
        return item(line, rxc, 2, rxc.text(3), Unit.of(rxc, 4).shown(), "", "");
    }

    private static PrescriptionExtract.Item item(
            DrugLine line, Segment drug, int code, String dose, String unit, String total, String totalUnit) {
        return new PrescriptionExtract.Item(
                line.rp(),
                drug.text(code, 1),
                CodingSystems.uri(drug.text(code, 3)),
                Names.of(drug, code),
                dose,
                unit,
                usage(line),
                usageCode(line.timing()),
                days(line.timing()),
                start(line),
                total,
                totalUnit,
                line.route() == null ? "" : Names.of(line.route(), 1));
    }

    private static String usage(DrugLine line) {
        var texts = new ArrayList<String>();
        var timing = line.timing();
        if (timing != null) {
            texts.add(usageText(timing));
            texts.add(timing.joined(11, " "));
        }
        if (line.drug().is("RXE")) {
            texts.add(Stream.of(line.drug().text(7, 2), line.drug().text(7, 5))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse(""));
        }
        return texts.stream().filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(" "));
    }

    /// `code&text&JAMISDP01`; some send the three as components.
    private static String usageText(Segment timing) {
        var sub = timing.sub(3, 1, 2);
        return sub.isEmpty() ? timing.text(3, 2) : sub;
    }

    private static String usageCode(@Nullable Segment timing) {
        return timing == null ? "" : timing.sub(3, 1, 1);
    }

    private static int days(@Nullable Segment timing) {
        if (timing == null || !DAYS.contains(timing.sub(6, 2, 1))) {
            return 0;
        }
        var days = timing.text(6);
        boolean plain = !days.isEmpty() && days.length() <= 4 && days.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(days) : 0;
    }

    private static @Nullable LocalDate start(DrugLine line) {
        if (line.drug().is("RXA")) {
            return Hl7Time.date(line.drug().text(3));
        }
        return line.timing() == null ? null : Hl7Time.date(line.timing().text(7));
    }
}
