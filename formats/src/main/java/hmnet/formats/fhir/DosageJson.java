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
import hmnet.formats.model.pharmacy.SpokenDosage;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.util.ArrayList;
import java.util.List;

/// Instructions as FHIR's Dosage (用法・用量), with the extensions of JP Core 1.1.2. What neither has a place for stands
/// in words of one element each (`SpokenDosage`), which our reader understands again.
final class DosageJson {
    private static final String EXTENSION = Bundle.JP.replace("StructureDefinition/", "Extension/StructureDefinition/");
    private static final String DETAIL = "urn:oid:1.2.392.200250.2.2.20.40";
    private static final String STRENGTH = "urn:oid:1.2.392.100495.20.2.22";
    private static final int USAGE_CODE = 16;

    private DosageJson() {}

    /// All instructions of a drug, in their order.
    static void list(FhirJson json, String name, PrescribedDrug drug) {
        json.openList(name);
        var order = StepOrder.of(drug.dosages());
        for (int n = 0; n < drug.dosages().size(); n++) {
            if (saysSomething(drug.dosages().get(n))) {
                write(json, drug.dosages().get(n), order.sequence(n));
            }
        }
        json.closeList();
    }

    /// FHIR has no empty element.
    private static boolean saysSomething(Dosage dosage) {
        return !words(dosage).isEmpty()
                || !dosage.usage().usage().isNone()
                || !dosage.amounts().equals(DoseAmounts.NONE)
                || !dosage.rhythm().equals(DoseRhythm.DAILY)
                || !dosage.period().equals(DosePeriod.NONE)
                || !dosage.way().equals(DoseWay.NONE);
    }

    /// The dosage of an administration: FHIR has one, without timing. What its fields do not say stands in
    /// its text, one element a line.
    static void given(FhirJson json, Dosage dosage) {
        var lines = new ArrayList<String>();
        lines.add(dosage.usage().words());
        supplements(dosage).forEach(each -> lines.add(each.shown()));
        var said = said(dosage).with(DoseRhythm.DAILY);
        var amounts = said.amounts();
        var fields = new DoseAmounts(amounts.once(), Amount.NONE, Amount.NONE, amounts.uneven(), amounts.rate(), false);
        var period = dosage.period();
        lines.addAll(
                SpokenDosage.words(dosage, said.with(fields).with(new DosePeriod(period.start(), period.end(), 0, 0))));
        lines.addAll(dosage.notes());
        lines.removeIf(String::isBlank);
        var way = dosage.way();
        boolean dose = isOnce(dosage.amounts());
        boolean rate = FhirJson.isDecimal(amounts.rate().value());
        if (lines.isEmpty() && way.equals(DoseWay.NONE) && !dose && !rate) {
            return;
        }
        json.open("dosage");
        device(json.openList("extension"), way);
        json.closeList();
        json.text("text", String.join("\n", lines.stream().distinct().toList()));
        json.concept("site", way.site()).concept("route", way.route());
        json.concept("method", way.method());
        if (dose) {
            quantity(json, "dose", amounts.once());
        }
        quantity(json, "rateQuantity", amounts.rate());
        json.close();
    }

    private static List<String> words(Dosage dosage) {
        var words = new ArrayList<String>();
        words.add(dosage.usage().words());
        words.addAll(DosageWords.of(dosage));
        words.removeIf(String::isBlank);
        return words;
    }

    private static void write(FhirJson json, Dosage dosage, int sequence) {
        json.open();
        period(json, dosage);
        if (sequence > 0) {
            json.number("sequence", String.valueOf(sequence));
        }
        json.text("text", text(dosage));
        json.openList("additionalInstruction");
        additional(dosage).forEach(each -> json.open().conceptBody(each).close());
        json.closeList();
        json.text("patientInstruction", String.join("\n", dosage.notes()));
        TimingJson.write(json, dosage);
        asNeeded(json, dosage);
        way(json, dosage);
        amounts(json, dosage.amounts());
        limit(json, dosage.rhythm().limit());
        json.close();
    }

    /// The usage, and on which days where that is not every day: R4 wants the text to say what the timing says, and
    /// whoever reads it alone must not take a weekly drug daily.
    private static String text(Dosage dosage) {
        var usage = dosage.usage().words();
        if (usage.isBlank()) {
            return String.join("、", words(dosage));
        }
        return dosage.rhythm().skipsDays() ? usage + "、" + DosageWords.rhythm(dosage.rhythm()) : usage;
    }

    private static void period(FhirJson json, Dosage dosage) {
        var period = dosage.period();
        json.openList("extension");
        if (!period.start().isEmpty() || !period.end().isEmpty()) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_PeriodOfUse");
            json.open("valuePeriod");
            if (period.start().isEmpty()) {
                AbsentData.element(json, "_start");
            }
            json.text("start", period.start()).text("end", period.end()).close().close();
        }
        if (period.days() > 0) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_UsageDuration");
            json.quantity("valueDuration", String.valueOf(period.days()), QuantityUnit.DAY)
                    .close();
        }
        device(json, dosage.way());
        json.closeList();
    }

    private static void device(FhirJson json, DoseWay way) {
        if (!way.device().isNone()) {
            json.open().text("url", EXTENSION + "JP_MedicationDosage_Device");
            json.open("valueReference")
                    .text("display", way.device().shown())
                    .close()
                    .close();
        }
    }

    /// 補足用法, 不均等, and what no field says.
    private static List<Concept> additional(Dosage dosage) {
        var more = new ArrayList<>(supplements(dosage));
        SpokenDosage.words(dosage, said(dosage)).forEach(words -> more.add(Concept.of(words)));
        more.removeIf(Concept::isNone);
        return more.stream().distinct().toList();
    }

    /// Those that were sent; those of the rhythm where no field says it; each uneven dose with its time in
    /// words, since 「４錠」 alone does not say when.
    private static List<Concept> supplements(Dosage dosage) {
        var uneven = dosage.amounts().uneven();
        var supplements = new ArrayList<>(dosage.usage().supplements().stream()
                .filter(each -> uneven.isEmpty()
                        || !each.code(CodingSystems.USAGE_SUPPLEMENT).startsWith("V"))
                .toList());
        if (!TimingJson.saysDays(dosage)) {
            StandardUsage.supplements(dosage.rhythm()).stream()
                    .filter(implied -> supplements.stream().noneMatch(each -> isSame(each, implied)))
                    .toList()
                    .forEach(supplements::add);
        }
        for (int n = 0; n < uneven.size(); n++) {
            var dose = uneven.get(n);
            var text = "不均等・" + dose.when() + "・" + dose.amount().shown();
            var code = dose.amount().value().matches("[1-9]") && n < 9
                    ? "V" + (n + 1) + dose.amount().value() + "NNNNN"
                    : "";
            supplements.add(new Concept(text, List.of(new Code(CodingSystems.USAGE_SUPPLEMENT, code, ""))));
        }
        return supplements;
    }

    private static boolean isSame(Concept supplement, Concept implied) {
        var code = implied.code(CodingSystems.USAGE_SUPPLEMENT);
        return !code.isEmpty()
                        && supplement.code(CodingSystems.USAGE_SUPPLEMENT).equals(code)
                || supplement.shown().equals(implied.shown());
    }

    /// What the fields of a Dosage say.
    private static Dosage said(Dosage dosage) {
        var amounts = dosage.amounts();
        var once = isOnce(amounts) ? amounts.once() : Amount.NONE;
        var daily = decimal(amounts.daily());
        var rate = decimal(amounts.rate());
        boolean typed = !once.isNone() || !daily.isNone() || !rate.isNone();
        var rhythm = dosage.rhythm();
        var timed = TimingJson.said(dosage);
        if (rhythm.asNeeded()) {
            timed = timed.whenNeeded(rhythm.condition());
        }
        if (isField(rhythm.limit())) {
            timed = timed.limited(
                    new DoseLimit(rhythm.limit().amount(), rhythm.limit().per(), ""));
        }
        var way = dosage.way();
        var device = way.device().codes().isEmpty() ? way.device() : Concept.NONE;
        return dosage.with(new DoseAmounts(
                        // The least of uneven doses would be read as that of every time: it is left out.
                        amounts.uneven().isEmpty() ? once : amounts.once(),
                        Amount.NONE,
                        daily,
                        amounts.uneven(),
                        rate,
                        amounts.substance() && typed))
                .with(timed)
                .with(new DosePeriod(
                        dosage.period().start(),
                        dosage.period().end(),
                        dosage.period().days(),
                        0))
                .with(new DoseWay(way.route(), way.site(), device, way.method()));
    }

    private static boolean isOnce(DoseAmounts amounts) {
        return FhirJson.isDecimal(amounts.once().value()) && amounts.uneven().isEmpty();
    }

    private static Amount decimal(Amount amount) {
        return FhirJson.isDecimal(amount.value()) ? amount : Amount.NONE;
    }

    /// What only depends on something (血糖200以上) is no 頓用: it stands in words.
    private static void asNeeded(FhirJson json, Dosage dosage) {
        var rhythm = dosage.rhythm();
        if (rhythm.asNeeded() && rhythm.condition().isNone()) {
            json.flag("asNeededBoolean", true);
        } else if (rhythm.asNeeded()) {
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

    /// One time as `doseQuantity` (JP Core has no `doseRange`: its most stands in words), one day as a
    /// ratio to one day, an infusion's speed as `rateQuantity`.
    private static void amounts(FhirJson json, DoseAmounts amounts) {
        boolean once = isOnce(amounts);
        boolean daily = FhirJson.isDecimal(amounts.daily().value());
        boolean rate = FhirJson.isDecimal(amounts.rate().value());
        if (!once && !daily && !rate) {
            return;
        }
        json.openList("doseAndRate");
        start(json, amounts);
        if (once) {
            quantity(json, "doseQuantity", amounts.once());
        }
        if (rate) {
            quantity(json, "rateQuantity", amounts.rate());
            json.close();
            if (daily) {
                start(json, amounts);
            }
        }
        if (daily) {
            json.open("rateRatio");
            quantity(json, "numerator", amounts.daily());
            json.quantity("denominator", "1", QuantityUnit.DAY).close();
        }
        if (daily || !rate) {
            json.close();
        }
        json.closeList();
    }

    private static void start(FhirJson json, DoseAmounts amounts) {
        json.open();
        if (amounts.substance()) {
            json.concept("type", STRENGTH, "2", "原薬量");
        }
    }

    private static boolean isField(DoseLimit limit) {
        return FhirJson.isDecimal(limit.amount().value())
                && FhirJson.isDecimal(limit.per().value());
    }

    private static void limit(FhirJson json, DoseLimit limit) {
        if (isField(limit)) {
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
