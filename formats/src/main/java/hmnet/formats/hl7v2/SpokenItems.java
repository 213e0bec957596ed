package hmnet.formats.hl7v2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.Administration;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Examination;
import hmnet.formats.hl7v2.message.Injection;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Drug;
import hmnet.formats.hl7v2.message.VitalSign;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of a chart as fields of messages (記載の項目を電文の項目へ).
final class SpokenItems {
    private static final String LOCAL = "urn:hmnet:coding:";

    private SpokenItems() {}

    static CodedText coded(Concept concept) {
        if (concept.codes().isEmpty()) {
            return CodedText.text(concept.text());
        }
        var code = concept.first();
        return new CodedText(code.code(), concept.shown(), CodingSystems.hl7(code.system()));
    }

    private static CodedText second(Concept concept) {
        if (concept.codes().size() < 2) {
            return CodedText.NONE;
        }
        var code = concept.codes().get(1);
        return new CodedText(code.code(), code.display(), CodingSystems.hl7(code.system()));
    }

    private static CodedText unit(Amount amount) {
        var code = amount.unitCode().isEmpty() ? amount.unit() : amount.unitCode();
        return new CodedText(code, amount.unit(), CodingSystems.hl7(amount.system()));
    }

    static Doctor doctor(String name) {
        return name.isBlank() ? Doctor.NONE : new Doctor("", name, "");
    }

    /// An order's number from a key that holds a time behind it.
    static String plain(String key) {
        return key.contains("@") ? key.substring(0, key.indexOf('@')) : key;
    }

    /// The number of 15 digits at most that a key holds; other keys stand as they are.
    static Order order(String number, OffsetDateTime at, String doctor, String department) {
        return new Order("NW", plain(number), at, doctor(doctor), CodedText.text(department), false);
    }

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
                    first.days(),
                    start(told, first),
                    coded(first.route()),
                    drugs.stream().map(SpokenItems::drug).toList()));
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
                    coded(first.route()),
                    drugs.stream().map(SpokenItems::drug).toList()));
        });
        return injections;
    }

    static List<Administration> given(Medicines told) {
        return told.drugs().stream()
                .map(drug -> {
                    var amount = drug.dose().isNone() ? drug.total() : drug.dose();
                    var written = new Drug(coded(drug.drug()), amount.value(), unit(amount), "", "");
                    return new Administration(
                            drug.rp(), told.at(), told.at(), written, coded(drug.route()), Doctor.NONE);
                })
                .toList();
    }

    /// Drugs of one group are one RP only where they share their usage.
    private static Map<String, List<Medicines.PrescribedDrug>> byRp(Medicines told) {
        var rps = new LinkedHashMap<String, List<Medicines.PrescribedDrug>>();
        told.drugs()
                .forEach(drug ->
                        rps.computeIfAbsent(drug.rp(), rp -> new ArrayList<>()).add(drug));
        return rps;
    }

    private static LocalDate start(Medicines told, Medicines.PrescribedDrug drug) {
        return drug.start() == null ? told.at().toLocalDate() : drug.start();
    }

    private static CodedText usage(Medicines.PrescribedDrug drug) {
        return new CodedText(drug.usageCode(), drug.usage(), drug.usageCode().isEmpty() ? "" : "JAMISDP01");
    }

    private static Drug drug(Medicines.PrescribedDrug drug) {
        var dose = drug.dose().isNone() ? drug.daily() : drug.dose();
        return new Drug(
                coded(drug.drug()),
                dose.value(),
                unit(dose),
                drug.daily().value(),
                drug.total().value());
    }

    static LabSpecimen specimen(Results told) {
        return new LabSpecimen(
                told.key().length() > 20 ? "" : told.key(),
                coded(told.specimen()),
                told.at(),
                CodedText.text(told.title()),
                told.finalAt() == null ? told.at() : told.finalAt(),
                told.results().stream().map(SpokenItems::item).toList());
    }

    static List<VitalSign> measured(Results told) {
        return told.results().stream()
                .map(result -> new VitalSign(item(result), result.at()))
                .toList();
    }

    private static LabItem item(Results.TestResult result) {
        boolean isCoded = !result.coded().codes().isEmpty();
        boolean number = result.value().matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
        var value = isCoded ? joined(coded(result.coded())) : result.value();
        var range = result.low().isEmpty() && result.high().isEmpty() ? "" : result.low() + "-" + result.high();
        return new LabItem(
                coded(result.test()),
                second(result.test()),
                isCoded ? "CWE" : number ? "NM" : "ST",
                value,
                unit(result.unit()),
                range,
                result.flag(),
                result.status());
    }

    private static String joined(CodedText coded) {
        return coded.code() + "^" + coded.text() + "^" + coded.system();
    }

    static Allergy allergy(AllergyExtract.AllergyItem item) {
        var code =
                item.code().isEmpty() ? CodedText.text(item.name()) : new CodedText(item.code(), item.name(), "99XYZ");
        var severity = item.severity().isEmpty() ? CodedText.NONE : new CodedText(item.severity(), "", "HL70128");
        return new Allergy(
                new CodedText(item.category(), "", item.category().isEmpty() ? "" : "HL70127"),
                code,
                severity,
                item.reaction(),
                item.since().replace("-", ""),
                "A");
    }

    static Diagnosis diagnosis(Problem told) {
        var onset = day(told.onset());
        return new Diagnosis(
                "AD",
                told.at().toLocalDate(),
                coded(told.disease()),
                told.key(),
                told.disease().code("http://medis.or.jp/CodeSystem/master-disease-exCode"),
                told.disease().code(CodingSystems.ICD10),
                "",
                onset,
                day(told.ended()),
                told.suspected(),
                told.outcome().isEmpty() ? CodedText.NONE : CodedText.text(told.outcome()),
                told.main(),
                CodedText.NONE,
                CodedText.NONE,
                List.of(),
                List.of(),
                false,
                CodedText.text(told.department()),
                Doctor.NONE);
    }

    private static @Nullable LocalDate day(String fhir) {
        return fhir.length() < 10 ? null : Hl7Time.date(fhir.substring(0, 10).replace("-", ""));
    }

    /// Acts with a code of examinations (JJ1017).
    static List<Examination> examinations(PerformedActs told) {
        var examinations = new ArrayList<Examination>();
        for (var act : told.acts()) {
            var system = act.act().first().system();
            if (system.startsWith(LOCAL + "JJ1017")) {
                examinations.add(new Examination(coded(act.act()), told.at(), CodedText.NONE, "", "", ""));
            }
        }
        return examinations;
    }
}
