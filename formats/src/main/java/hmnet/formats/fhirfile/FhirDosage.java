package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An instruction as FHIR tells it (用法・用量): Dosage with the extensions of JP Core, or the dosage of an
/// administration.
final class FhirDosage {
    private static final String SUBSTANCE = "2";

    private final JsonValue dosage;

    private FhirDosage(JsonValue dosage) {
        this.dosage = dosage;
    }

    /// @param days of the whole supply, which each instruction of its own days changes
    static Dosage of(JsonValue dosage, int days) {
        return new FhirDosage(dosage).read(days);
    }

    private Dosage read(int days) {
        var supplements = dosage.all("additionalInstruction").stream()
                .map(Codes::concept)
                .filter(each -> !each.isNone())
                .toList();
        var usage = Codes.concept(dosage.at("timing.code"));
        var text = dosage.text("text");
        var named = text.isEmpty() ? usage : new Concept(text, usage.codes());
        var amounts = amounts();
        return Dosage.NONE
                .with(amounts.withUneven(StandardUsage.uneven(supplements, amounts.once())))
                .with(new DoseUsage(named, supplements))
                .with(rhythm(usage.code(CodingSystems.USAGE), supplements))
                .with(period(days))
                .with(new DoseWay(
                        Codes.concept(dosage.at("route")),
                        Codes.concept(dosage.at("site")),
                        Concept.of(extension("Device").text("valueReference.display")),
                        Codes.concept(dosage.at("method"))))
                .with(notes(usage, text));
    }

    private List<String> notes(Concept usage, String text) {
        var notes = new ArrayList<String>();
        if (!usage.text().isBlank() && !text.isEmpty() && !text.equals(usage.text())) {
            notes.add(usage.text());
        }
        notes.add(dosage.text("patientInstruction"));
        dosage.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith("Comment"))
                .map(extension -> extension.text("valueString"))
                .forEach(notes::add);
        notes.removeIf(String::isBlank);
        return notes;
    }

    /// `doseQuantity` is of one time, a ratio to one day of one day, any other rate of an infusion.
    private DoseAmounts amounts() {
        var once = Amount.NONE;
        var most = Amount.NONE;
        var daily = Amount.NONE;
        var rate = Amount.NONE;
        boolean substance = false;
        var all = dosage.all("doseAndRate").isEmpty() ? List.of(dosage) : dosage.all("doseAndRate");
        for (var each : all) {
            once = or(once, amount(each.at("doseQuantity")), amount(each.at("dose")), amount(each.at("doseRange.low")));
            most = or(most, amount(each.at("doseRange.high")));
            var ratio = each.at("rateRatio");
            if (isDay(ratio.at("denominator"))) {
                daily = or(daily, amount(ratio.at("numerator")));
            } else {
                rate = or(rate, ratio(ratio));
            }
            rate = or(rate, amount(each.at("rateQuantity")), amount(each.at("rateRange.high")));
            substance |= each.text("type.coding.code").equals(SUBSTANCE);
        }
        return DoseAmounts.of(once, daily).withMost(most).withRate(rate).inSubstance(substance);
    }

    private static Amount or(Amount known, Amount... others) {
        var found = known;
        for (var other : others) {
            found = found.isNone() ? other : found;
        }
        return found;
    }

    private static boolean isDay(JsonValue per) {
        return per.text("value").matches("1(\\.0*)?")
                && (per.text("code").equals("d") || per.text("unit").equals("日"));
    }

    private static Amount ratio(JsonValue ratio) {
        var of = amount(ratio.at("numerator"));
        var per = amount(ratio.at("denominator"));
        return of.isNone() || per.isNone()
                ? of
                : Amount.of(
                        of.value(),
                        of.unitShown() + "/" + (per.value().equals("1") ? "" : per.value()) + per.unitShown());
    }

    static Amount amount(JsonValue quantity) {
        return quantity.exists()
                ? new Amount(
                        quantity.text("comparator") + quantity.text("value"),
                        quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit"),
                        quantity.text("code"),
                        quantity.text("system"))
                : Amount.NONE;
    }

    private DoseRhythm rhythm(String code, List<Concept> supplements) {
        var rhythm = StandardUsage.rhythm(code, supplements);
        var repeat = dosage.at("timing.repeat");
        int frequency = Supply.count(repeat.text("frequency"));
        int period = Supply.count(repeat.text("period"));
        rhythm = switch (repeat.text("periodUnit")) {
            case "d" -> rhythm.every(period).inADay(frequency, rhythm.hoursApart(), rhythm.clock());
            case "wk" -> rhythm.inWeeks(period, frequency, rhythm.weekdays());
            case "h" -> rhythm.inADay(rhythm.timesADay(), frequency <= 1 ? period : 0, rhythm.clock());
            // From outside: a unit that no list shows; the words say it.
            default -> rhythm;
        };
        var weekdays = weekdays(repeat);
        if (!weekdays.isEmpty()) {
            rhythm = rhythm.inWeeks(Math.max(1, rhythm.everyWeeks()), rhythm.timesAWeek(), weekdays);
        }
        var clock = repeat.all("timeOfDay").stream()
                .map(time -> time.text())
                .map(time -> time.length() > 5 ? time.substring(0, 5) : time)
                .toList();
        if (!clock.isEmpty()) {
            rhythm = rhythm.inADay(rhythm.timesADay(), rhythm.hoursApart(), clock);
        }
        return limited(needed(rhythm));
    }

    private static Set<DayOfWeek> weekdays(JsonValue repeat) {
        var weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (var day : repeat.all("dayOfWeek")) {
            int place = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").indexOf(day.text());
            if (place >= 0) {
                weekdays.add(DayOfWeek.of(place + 1));
            }
        }
        return weekdays;
    }

    private DoseRhythm needed(DoseRhythm rhythm) {
        var condition = Codes.concept(dosage.at("asNeededCodeableConcept"));
        boolean needed = dosage.text("asNeededBoolean").equals("true") || !condition.isNone();
        return needed ? rhythm.whenNeeded(condition) : rhythm;
    }

    private DoseRhythm limited(DoseRhythm rhythm) {
        var most = dosage.at("maxDosePerPeriod");
        if (most.exists()) {
            return rhythm.limited(new DoseLimit(amount(most.at("numerator")), amount(most.at("denominator")), ""));
        }
        var once = amount(dosage.at("maxDosePerAdministration"));
        var life = amount(dosage.at("maxDosePerLifetime"));
        if (!once.isNone()) {
            return rhythm.limited(DoseLimit.of("1回 " + once.shown() + " まで"));
        }
        return life.isNone() ? rhythm : rhythm.limited(DoseLimit.of("生涯 " + life.shown() + " まで"));
    }

    private DosePeriod period(int days) {
        var said = extension("PeriodOfUse").at("valuePeriod");
        var bounds = dosage.at("timing.repeat.boundsPeriod");
        var period = said.exists() ? said : bounds;
        var duration = extension("UsageDuration").at("valueDuration");
        int own = duration.exists() ? days(duration) : days(dosage.at("timing.repeat.boundsDuration"));
        return new DosePeriod(
                period.text("start"),
                period.text("end"),
                own == 0 ? days : own,
                Supply.count(dosage.text("timing.repeat.count")));
    }

    static int days(JsonValue duration) {
        boolean day = List.of("d", "日", "日分", "")
                .contains(duration.text("code").isEmpty() ? duration.text("unit") : duration.text("code"));
        return day ? Supply.count(duration.text("value")) : 0;
    }

    private JsonValue extension(String name) {
        return dosage.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith(name))
                .findFirst()
                .orElse(JsonValue.NONE);
    }
}
