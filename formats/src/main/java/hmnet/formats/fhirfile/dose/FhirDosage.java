package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.SpokenDosage;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// An instruction as FHIR tells it (用法・用量): Dosage with the extensions of JP Core, or the dosage of an
/// administration.
public final class FhirDosage {
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,3})回分");
    private static final Pattern UNEVEN = Pattern.compile("不均等・([^・]+)・([0-9.]+)([^0-9.・]*)");
    private static final Pattern UNNUMBERED = Pattern.compile("(1回量|1日量) (.+)");

    /// An instruction, and what of it no field holds: told beside the dose, to be named in a note.
    public record ReadDosage(Dosage dosage, List<String> notUnderstood) {}

    private final JsonValue dosage;
    private final Function<String, JsonValue> others;
    private final DosingWords words = new DosingWords();

    private FhirDosage(JsonValue dosage, Function<String, JsonValue> others) {
        this.dosage = dosage;
        this.others = others;
    }

    /// @param days of the whole supply (調剤日数), 0 when not said
    /// @param only whether the drug has no other instruction
    /// @param others finds what a reference names
    public static ReadDosage of(JsonValue dosage, int days, boolean only, Function<String, JsonValue> others) {
        return new FhirDosage(dosage, others).read(days, only);
    }

    /// The dosage of an administration: its text says one element a line, the usage first.
    ///
    /// @param others finds what a reference names
    public static ReadDosage given(JsonValue dosage, Function<String, JsonValue> others) {
        return new FhirDosage(dosage, others).given();
    }

    private ReadDosage given() {
        var lines = dosage.text("text").lines().map(String::strip).toList();
        var amounts = new FhirAmounts(words).of(dosage);
        var way = new FhirWay(dosage, others, words).way();
        var read = Dosage.NONE.with(amounts).with(way);
        var doses = new ArrayList<UnevenDose>();
        for (int n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            var dose = uneven(line);
            var said = line.equals("頓用") && n == 0 ? Optional.<Dosage>empty() : spoken(read, line);
            if (dose.isPresent()) {
                doses.add(dose.get());
            } else if (said.isPresent()) {
                read = said.get();
            } else if (n == 0) {
                read = read.with(DoseUsage.of(line));
            } else {
                words.add(line);
            }
        }
        for (var extension : dosage.all("modifierExtension")) {
            words.notUnderstood("modifierExtension", FhirWay.told(extension));
        }
        return new ReadDosage(
                doses.isEmpty()
                        ? read.with(words.beside())
                        : read.with(withUneven(read.amounts(), doses)).with(words.beside()),
                words.gaps());
    }

    private ReadDosage read(int days, boolean only) {
        var supplements = new ArrayList<Concept>();
        int times = supplements(supplements);
        var code = Codes.concept(dosage.at("timing.code"));
        var timing = new FhirTiming(dosage.at("timing"), code, supplements, words);
        var rhythm = timing.rhythm();
        var usage = usage(code, timing.plain());
        dosage.text("patientInstruction").lines().forEach(words::add);
        var amounts = new FhirAmounts(words).of(dosage);
        var uneven = uneven(supplements, amounts.once());
        supplements.removeIf(
                each -> each.codes().isEmpty() && uneven(each.shown()).isPresent());
        var limited = limited(needed(rhythm));
        var period = period(days, only, times);
        var way = new FhirWay(dosage, others, words).way();
        for (var extension : dosage.all("modifierExtension")) {
            words.notUnderstood("modifierExtension", FhirWay.told(extension));
        }
        var read = new Dosage(
                uneven.isEmpty() ? amounts : withUneven(amounts, uneven),
                DoseUsage.NONE,
                limited,
                period,
                way,
                words.beside());
        var left = new ArrayList<Concept>();
        for (var supplement : supplements) {
            var said = supplement.codes().isEmpty() ? spoken(read, supplement.text()) : Optional.<Dosage>empty();
            read = said.orElse(read);
            if (said.isEmpty() || isShownByWordsAlone(supplement.text())) {
                left.add(supplement);
            }
        }
        return new ReadDosage(
                read.with(new DoseUsage(withoutDays(usage, read.rhythm()), List.copyOf(left))), words.gaps());
    }

    /// The usage without the days behind it that the rhythm says in the same words.
    private static Concept withoutDays(Concept usage, DoseRhythm rhythm) {
        var days = "、" + DosageWords.rhythm(rhythm);
        return days.length() > 1 && usage.text().endsWith(days)
                ? new Concept(usage.text().substring(0, usage.text().length() - days.length()), usage.codes())
                : usage;
    }

    /// What words of one element say, in our writer's words for it.
    private static Optional<Dosage> spoken(Dosage known, String said) {
        var unnumbered = UNNUMBERED.matcher(said);
        var read = SpokenDosage.read(known, said);
        if (read.isPresent() || !unnumbered.matches()) {
            return read;
        }
        var amounts = known.amounts();
        boolean once = unnumbered.group(1).equals("1回量");
        var amount = Amount.of(unnumbered.group(2), "");
        return (once ? amounts.once() : amounts.daily()).isNone()
                ? Optional.of(known.with(new DoseAmounts(
                        once ? amount : amounts.once(),
                        amounts.most(),
                        once ? amounts.daily() : amount,
                        amounts.uneven(),
                        amounts.rate(),
                        amounts.substance())))
                : Optional.empty();
    }

    /// How often a day is shown nowhere else where the usage does not say it.
    private static boolean isShownByWordsAlone(String said) {
        return said.endsWith("時間ごと") || said.startsWith("1日") && said.endsWith("回");
    }

    /// The least stands for one time where the times of the day differ.
    private static DoseAmounts withUneven(DoseAmounts amounts, List<UnevenDose> uneven) {
        boolean reckoned = amounts.once().isNone()
                && uneven.stream().allMatch(dose -> dose.amount().value().matches("[0-9]+(\\.[0-9]+)?"));
        var least = uneven.stream()
                .map(UnevenDose::amount)
                .filter(amount -> reckoned)
                .min(Comparator.comparing(amount -> new BigDecimal(amount.value())))
                .orElse(amounts.once());
        return new DoseAmounts(least, amounts.most(), amounts.daily(), uneven, amounts.rate(), amounts.substance());
    }

    /// The text stands first; what codes and fields say otherwise stands beside it.
    private Concept usage(Concept code, List<String> plain) {
        var text = dosage.text("text");
        var named = Abbreviations.words(code).isEmpty() ? code.shown() : Abbreviations.words(code);
        var said = new ArrayList<String>();
        if (!named.isEmpty() && (text.isEmpty() || !isBare(code))) {
            said.add(named);
        }
        if (!code.text().isEmpty()) {
            code.codes().stream().map(each -> each.display().strip()).distinct().forEach(said::add);
        }
        said.addAll(plain);
        said.removeIf(String::isBlank);
        var shown = text.isEmpty() && !said.isEmpty() ? said.getFirst() : text;
        said.stream().filter(each -> !DosingWords.says(shown, each)).forEach(words::add);
        return new Concept(shown, code.codes());
    }

    /// Whether there are no words but the code itself.
    private static boolean isBare(Concept code) {
        return Abbreviations.words(code).isEmpty()
                && code.codes().stream().anyMatch(each -> each.code().equals(code.shown()));
    }

    /// @return how many times in all where one says so (5回分), else 0
    private int supplements(List<Concept> supplements) {
        int times = 0;
        for (var instruction : dosage.all("additionalInstruction")) {
            var said = Codes.concept(instruction);
            var counted = TIMES.matcher(said.shown());
            if (said.codes().isEmpty() && counted.matches()) {
                times = Integer.parseInt(counted.group(1));
            } else if (!said.isNone()) {
                supplements.add(said);
            }
            if (said.codes().stream().anyMatch(each -> each.code().equals(said.shown()))) {
                unworded(said);
            }
        }
        return times;
    }

    /// A supplement that is a code without words is understood only where the rhythm or the amounts say it.
    private void unworded(Concept said) {
        var code = said.code(CodingSystems.USAGE_SUPPLEMENT);
        boolean known = StandardUsage.rhythm("", List.of(said)).skipsDays()
                || !StandardUsage.uneven(List.of(said), Amount.NONE).isEmpty();
        if (code.isEmpty() || !known) {
            words.notUnderstood("additionalInstruction", said.shown());
        }
    }

    /// By words that name the time of the day, else by the standard's code.
    private static List<UnevenDose> uneven(List<Concept> supplements, Amount unit) {
        var spoken = supplements.stream()
                .flatMap(each -> uneven(each.shown()).stream())
                .toList();
        var coded = StandardUsage.uneven(supplements, unit);
        return coded.size() > spoken.size() ? coded : spoken;
    }

    private static Optional<UnevenDose> uneven(String said) {
        var dose = UNEVEN.matcher(said);
        return dose.matches() && !dose.group(3).contains("単位量")
                ? Optional.of(new UnevenDose(dose.group(1), Amount.of(dose.group(2), dose.group(3))))
                : Optional.empty();
    }

    private DoseRhythm needed(DoseRhythm rhythm) {
        var condition = Codes.concept(dosage.at("asNeededCodeableConcept"));
        boolean needed = dosage.text("asNeededBoolean").equals("true") || !condition.isNone();
        return needed ? rhythm.whenNeeded(condition) : rhythm;
    }

    private DoseRhythm limited(DoseRhythm rhythm) {
        var said = new ArrayList<String>();
        var once = Quantities.amount(dosage.at("maxDosePerAdministration"));
        if (!once.isNone()) {
            said.add("1回 " + once.shown() + " まで");
        }
        var life = Quantities.amount(dosage.at("maxDosePerLifetime"));
        if (!life.isNone()) {
            said.add("生涯 " + life.shown() + " まで");
        }
        var most = dosage.at("maxDosePerPeriod");
        if (said.isEmpty() && !most.exists()) {
            return rhythm;
        }
        return rhythm.limited(new DoseLimit(
                Quantities.amount(most.at("numerator")),
                Quantities.time(most.at("denominator")),
                String.join("、", said)));
    }

    /// The days supplied (調剤日数) stand for days; days of the course that differ from them stand beside.
    private DosePeriod period(int days, boolean only, int times) {
        var said = FhirWay.extension(dosage, "PeriodOfUse").at("valuePeriod");
        var bounds = dosage.at("timing.repeat.boundsPeriod");
        var period = said.exists() ? said : bounds;
        if (said.exists() && bounds.exists() && !said.equals(bounds)) {
            words.add("期間 " + bounds.text("start") + "～" + bounds.text("end"));
        }
        int used = duration("実投与", FhirWay.extension(dosage, "UsageDuration").at("valueDuration"));
        int course = duration("投与期間", dosage.at("timing.repeat.boundsDuration"));
        int own = used > 0 ? used : course;
        int supplied = own == 0 || only && days > 0 ? days : own;
        differs("実投与", used, supplied);
        differs("投与期間", course, supplied);
        int count = Supply.count(dosage.text("timing.repeat.count"));
        return new DosePeriod(period.text("start"), period.text("end"), supplied, count == 0 ? times : count);
    }

    private void differs(String what, int days, int supplied) {
        if (days > 0 && days != supplied) {
            words.add(what + " " + days + "日");
        }
    }

    /// Days; what is no whole number of days stays words.
    private int duration(String what, JsonValue duration) {
        int days = Quantities.days(duration);
        if (duration.exists() && days == 0) {
            words.add(what + " " + Quantities.time(duration).shown());
        }
        return days;
    }
}
