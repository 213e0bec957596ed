package hmnet.formats.hl7v2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Injection;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Administration;
import hmnet.formats.hl7v2.message.Rp.Drug;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Medicines as parts of messages (薬剤の電文化): drugs, injections, what was given.
final class SpokenMedicines {
    private SpokenMedicines() {}

    static List<CodedText> classes(Medicines told) {
        return told.orderClass().isEmpty() ? List.of() : List.of(new CodedText(told.orderClass(), "", "MR9P"));
    }

    static List<Rp> rps(Medicines told) {
        var rps = new ArrayList<Rp>();
        byRp(told).forEach((number, drugs) -> {
            var first = drugs.getFirst();
            rps.add(new Rp(
                    number,
                    usage(first),
                    first.asNeeded() ? 0 : first.count(),
                    start(told, first),
                    SpokenItems.coded(first.route()),
                    drugs.stream().map(SpokenMedicines::drug).toList()));
        });
        return rps;
    }

    static List<Injection> injections(Medicines told) {
        var injections = new ArrayList<Injection>();
        byRp(told).forEach((number, drugs) -> {
            var first = drugs.getFirst();
            var from = start(told, first).equals(told.at().toLocalDate())
                    ? told.at()
                    : start(told, first).atStartOfDay().atOffset(Hl7Time.JAPAN);
            injections.add(new Injection(
                    number,
                    "",
                    "",
                    from,
                    from,
                    SpokenItems.coded(first.route()),
                    drugs.stream().map(SpokenMedicines::drug).toList()));
        });
        return injections;
    }

    static List<Administration> given(Medicines told) {
        return told.drugs().stream()
                .map(drug -> {
                    var amount = drug.dose().isNone() ? drug.total() : drug.dose();
                    var written =
                            new Drug(SpokenItems.coded(drug.drug()), amount.value(), SpokenItems.unit(amount), "", "");
                    return new Administration(
                            drug.rp(), told.at(), told.at(), written, SpokenItems.coded(drug.route()), Doctor.NONE);
                })
                .toList();
    }

    /// Drugs of one group are one RP only where they share their usage.
    private static Map<String, List<PrescribedDrug>> byRp(Medicines told) {
        var rps = new LinkedHashMap<String, List<PrescribedDrug>>();
        told.drugs()
                .forEach(drug ->
                        rps.computeIfAbsent(drug.rp(), rp -> new ArrayList<>()).add(drug));
        return rps;
    }

    private static LocalDate start(Medicines told, PrescribedDrug drug) {
        return drug.start() == null ? told.at().toLocalDate() : drug.start();
    }

    private static CodedText usage(PrescribedDrug drug) {
        return new CodedText(drug.usageCode(), drug.usage(), drug.usageCode().isEmpty() ? "" : "JAMISDP01");
    }

    private static Drug drug(PrescribedDrug drug) {
        var dose = drug.dose().isNone() ? drug.daily() : drug.dose();
        return new Drug(
                SpokenItems.coded(drug.drug()),
                dose.value(),
                SpokenItems.unit(dose),
                drug.daily().value(),
                drug.total().value());
    }
}
