package hmnet.formats.fhir;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;

/// Instructions as FHIR's Dosage (用法・用量), with the extensions of JP Core 1.1.2.
final class DosageJson {
    private static final String EXTENSION = Bundle.JP.replace("StructureDefinition/", "Extension/StructureDefinition/");
    private static final String DETAIL = "urn:oid:1.2.392.200250.2.2.20.40";
    private static final String STRENGTH = "urn:oid:1.2.392.100495.20.2.22";
    private static final int USAGE_CODE = 16;

    private DosageJson() {}

    /// All instructions of a drug, in their order.
    static void list(FhirJson json, String name, PrescribedDrug drug) {
        json.openList(name);
        for (int n = 0; n < drug.dosages().size(); n++) {
            if (saysSomething(drug, drug.dosages().get(n))) {
                write(json, drug, drug.dosages().get(n), drug.dosages().size() == 1 ? 0 : n + 1);
            }
        }
        json.closeList();
    }

    /// FHIR has no empty element.
    private static boolean saysSomething(PrescribedDrug drug, Dosage dosage) {
        return !words(dosage).isEmpty()
                || !more(drug, dosage).isEmpty()
                || !dosage.usage().usage().isNone()
                || !dosage.amounts().equals(DoseAmounts.NONE)
                || !dosage.rhythm().equals(DoseRhythm.DAILY)
                || !dosage.period().equals(DosePeriod.NONE)
                || !dosage.way().equals(DoseWay.NONE);
    }

    /// The dosage of an administration: FHIR has one, without timing.
    static void given(FhirJson json, PrescribedDrug drug) {
        var dosage = drug.dosage();
        var said = new ArrayList<>(words(dosage));
        said.addAll(unnumbered(dosage.amounts()));
        var text = String.join("、", said);
        var way = dosage.way();
        boolean dose = FhirJson.isDecimal(dosage.amounts().once().value());
        boolean rate = FhirJson.isDecimal(dosage.amounts().rate().value());
        if (text.isBlank() && way.route().isNone() && !dose && !rate) {
            return;
        }
        json.open("dosage").text("text", text);
        json.concept("site", way.site()).concept("route", way.route());
        json.concept("method", way.method());
        quantity(json, "dose", dosage.amounts().once());
        quantity(json, "rateQuantity", dosage.amounts().rate());
        json.close();
    }

    private static List<String> words(Dosage dosage) {
        var words = new ArrayList<String>();
        words.add(dosage.usage().words());
        words.addAll(DosageWords.of(dosage));
        words.removeIf(String::isBlank);
        return words;
    }

    private static void write(FhirJson json, PrescribedDrug drug, Dosage dosage, int sequence) {
        json.open();
        period(json, dosage);
        if (sequence > 0) {
            json.number("sequence", String.valueOf(sequence));
        }
        var words = words(dosage);
        json.text(
                "text",
                dosage.usage().words().isBlank()
                        ? String.join("、", words)
                        : dosage.usage().words());
        additional(json, drug, dosage);
        json.text("patientInstruction", String.join("\n", dosage.notes()));
        TimingJson.write(json, dosage);
        asNeeded(json, dosage);
        way(json, dosage);
        amounts(json, dosage.amounts());
        limit(json, dosage.rhythm().limit());
        json.close();
    }

    private static void period(FhirJson json, Dosage dosage) {
        var period = dosage.period();
        json.openList("extension");
        if (!period.start().isEmpty() || !period.end().isEmpty()) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_PeriodOfUse");
            json.open("valuePeriod")
                    .text("start", period.start())
                    .text("end", period.end())
                    .close()
                    .close();
        }
        if (period.days() > 0) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_UsageDuration");
            json.quantity("valueDuration", String.valueOf(period.days()), QuantityUnit.DAY)
                    .close();
        }
        if (!dosage.way().device().isNone()) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_Device");
            json.open("valueReference")
                    .text("display", dosage.way().device().shown())
                    .close()
                    .close();
        }
        json.closeList();
    }

    /// 補足用法, 不均等, 調剤指示, the number of times.
    private static void additional(FhirJson json, PrescribedDrug drug, Dosage dosage) {
        json.openList("additionalInstruction");
        more(drug, dosage).forEach(each -> json.open().conceptBody(each).close());
        json.closeList();
    }

    private static List<Concept> more(PrescribedDrug drug, Dosage dosage) {
        var more = new ArrayList<Concept>(dosage.usage().supplements());
        more.addAll(uneven(dosage));
        more.addAll(drug.instructions());
        if (dosage.period().times() > 0) {
            more.add(Concept.of(dosage.period().times() + "回分"));
        }
        if (!dosage.amounts().most().isNone()) {
            more.add(Concept.of("1回最大 " + dosage.amounts().most().shown()));
        }
        unnumbered(dosage.amounts()).forEach(words -> more.add(Concept.of(words)));
        more.removeIf(Concept::isNone);
        return more;
    }

    /// Amounts that are no number (適量, 1～2), in words.
    private static List<String> unnumbered(DoseAmounts amounts) {
        var words = new ArrayList<String>();
        if (!amounts.once().isNone() && !FhirJson.isDecimal(amounts.once().value())) {
            words.add("1回量 " + amounts.once().shown());
        }
        if (!amounts.daily().isNone() && !FhirJson.isDecimal(amounts.daily().value())) {
            words.add("1日量 " + amounts.daily().shown());
        }
        return words;
    }

    /// 不均等 where its sender gave no code for it: `V14NNNNN` is four at the first time.
    private static List<Concept> uneven(Dosage dosage) {
        boolean coded = dosage.usage().supplements().stream()
                .anyMatch(each -> each.code(CodingSystems.USAGE_SUPPLEMENT).startsWith("V"));
        var uneven = new ArrayList<Concept>();
        var doses = coded ? List.<DoseAmounts.UnevenDose>of() : dosage.amounts().uneven();
        for (int n = 0; n < doses.size(); n++) {
            var dose = doses.get(n);
            var text = "不均等・" + dose.when() + "・" + dose.amount().shown();
            var code = dose.amount().value().matches("[1-9]") && n < 9
                    ? "V" + (n + 1) + dose.amount().value() + "NNNNN"
                    : "";
            uneven.add(new Concept(text, List.of(new Code(CodingSystems.USAGE_SUPPLEMENT, code, ""))));
        }
        return uneven;
    }

    private static void asNeeded(FhirJson json, Dosage dosage) {
        var rhythm = dosage.rhythm();
        if (rhythm.asNeeded() && rhythm.condition().isNone()) {
            json.flag("asNeededBoolean", true);
        } else if (!rhythm.condition().isNone()) {
            json.concept("asNeededCodeableConcept", rhythm.condition());
        }
    }

    private static void way(FhirJson json, Dosage dosage) {
        var way = dosage.way();
        var code = dosage.usage().usage().code(CodingSystems.USAGE);
        json.concept("site", way.site()).concept("route", way.route());
        if (!way.method().isNone()) {
            json.concept("method", way.method());
        } else if (code.length() == USAGE_CODE) {
            json.concept("method", DETAIL, code.substring(0, 2), ""); // how the drug is taken
        }
    }

    /// One time as `doseQuantity` (JP Core has no `doseRange`: its most stands in words), one day as a ratio to one
    /// day, an infusion's speed as `rateQuantity`.
    private static void amounts(FhirJson json, DoseAmounts amounts) {
        // The least of uneven doses would be read as that of every time.
        boolean once =
                FhirJson.isDecimal(amounts.once().value()) && amounts.uneven().isEmpty();
        boolean daily = FhirJson.isDecimal(amounts.daily().value());
        boolean rate = FhirJson.isDecimal(amounts.rate().value());
        if (!once && !daily && !rate) {
            return;
        }
        json.openList("doseAndRate").open();
        if (amounts.substance()) {
            json.concept("type", STRENGTH, "2", "原薬量");
        }
        if (once) {
            quantity(json, "doseQuantity", amounts.once());
        }
        if (rate) {
            quantity(json, "rateQuantity", amounts.rate());
        } else if (daily) {
            json.open("rateRatio");
            quantity(json, "numerator", amounts.daily());
            json.quantity("denominator", "1", QuantityUnit.DAY).close();
        }
        json.close();
        if (rate && daily) {
            json.open().open("rateRatio");
            quantity(json, "numerator", amounts.daily());
            json.quantity("denominator", "1", QuantityUnit.DAY).close().close();
        }
        json.closeList();
    }

    private static void limit(FhirJson json, DoseLimit limit) {
        if (FhirJson.isDecimal(limit.amount().value())
                && FhirJson.isDecimal(limit.per().value())) {
            json.open("maxDosePerPeriod");
            quantity(json, "numerator", limit.amount());
            quantity(json, "denominator", limit.per());
            json.close();
        }
    }

    private static void quantity(FhirJson json, String name, Amount amount) {
        AbsentData.quantity(json, name, amount.value(), QuantityUnit.of(amount));
    }
}
