package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An instruction in words, each of one element (用法・用量の言葉), for formats that have no column for it; and
/// such words read again. What is known already is never changed by words.
public final class SpokenDosage {
    private static final Pattern NAMED = Pattern.compile("(1回量|1日量|1回最大|不均等|速度|条件|頓用|上限量|上限|開始|終了|投与経路|部位|器具|手技) (.+)");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)(\\D.{0,20})?");
    private static final Pattern TIME = Pattern.compile("(\\S.{0,9}?) (\\d{1,7}(?:\\.\\d{1,6})?)(\\D[^・]{0,20})?");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,4})(日分|回分)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.+)?");
    private static final String SUBSTANCE = "量は原薬量（力価）";

    private SpokenDosage() {}

    /// What a dosage says beyond what the columns of a format already say of it.
    ///
    /// @param said the dosage as its reader would have it from the columns alone
    public static List<String> words(Dosage dosage, Dosage said) {
        var words = new ArrayList<String>();
        amounts(words, dosage.amounts(), said.amounts());
        words.addAll(SpokenRhythm.words(dosage.rhythm(), said.rhythm()));
        needed(words, dosage, said);
        period(words, dosage.period(), said.period());
        way(words, dosage.way(), said.way());
        return words;
    }

    private static void amounts(List<String> words, DoseAmounts amounts, DoseAmounts said) {
        add(words, "1回量", amounts.once(), said.once());
        add(words, "1回最大", amounts.most(), said.most());
        add(words, "1日量", amounts.daily(), said.daily());
        add(words, "速度", amounts.rate(), said.rate());
        if (!amounts.uneven().isEmpty() && !amounts.uneven().equals(said.uneven())) {
            words.add("不均等 "
                    + amounts.uneven().stream()
                            .map(dose -> dose.when() + " " + dose.amount().shown())
                            .collect(Collectors.joining("・")));
        }
        if (amounts.substance() && !said.substance()) {
            words.add(SUBSTANCE);
        }
    }

    private static void add(List<String> words, String name, Amount amount, Amount said) {
        if (!amount.isNone() && !amount.equals(said)) {
            words.add(name + " " + amount.shown());
        }
    }

    private static void needed(List<String> words, Dosage dosage, Dosage said) {
        var rhythm = dosage.rhythm();
        var known = said.rhythm();
        if (rhythm.asNeeded() && !rhythm.condition().equals(known.condition())) {
            words.add("頓用 " + rhythm.condition().shown());
        } else if (rhythm.asNeeded() && !known.asNeeded()) {
            words.add("頓用");
        } else if (!rhythm.condition().isNone() && !rhythm.condition().equals(known.condition())) {
            words.add("条件 " + rhythm.condition().shown());
        }
        var limit = rhythm.limit();
        if (!limit.words().isBlank() && !limit.words().equals(known.limit().words())) {
            words.add("上限 " + limit.words());
        }
        if (!limit.amount().isNone() && !limit.amount().equals(known.limit().amount())) {
            words.add("上限量 " + limit.amount().shown() + "／" + limit.per().shown());
        }
    }

    private static void period(List<String> words, DosePeriod period, DosePeriod said) {
        if (!period.start().isEmpty() && !period.start().equals(said.start())) {
            words.add("開始 " + period.start());
        }
        if (!period.end().isEmpty() && !period.end().equals(said.end())) {
            words.add("終了 " + period.end());
        }
        if (period.days() > 0 && period.days() != said.days()) {
            words.add(period.days() + "日分");
        }
        if (period.times() > 0 && period.times() != said.times()) {
            words.add(period.times() + "回分");
        }
    }

    private static void way(List<String> words, DoseWay way, DoseWay said) {
        add(words, "投与経路", way.route(), said.route());
        add(words, "部位", way.site(), said.site());
        add(words, "器具", way.device(), said.device());
        add(words, "手技", way.method(), said.method());
    }

    private static void add(List<String> words, String name, Concept concept, Concept said) {
        if (!concept.isNone() && !concept.equals(said)) {
            words.add(name + " " + concept.shown());
        }
    }

    /// Empty for words that are none of these, or say what is known already.
    public static Optional<Dosage> read(Dosage known, String words) {
        var amounts = known.amounts();
        var named = NAMED.matcher(words);
        if (named.matches()) {
            return named(known, named.group(1), named.group(2).strip());
        }
        var count = COUNT.matcher(words);
        if (count.matches()) {
            return counted(
                    known, Integer.parseInt(count.group(1)), count.group(2).equals("日分"));
        }
        if (words.equals("頓用")) {
            return known.rhythm().asNeeded()
                    ? Optional.empty()
                    : Optional.of(
                            known.with(known.rhythm().whenNeeded(known.rhythm().condition())));
        }
        return words.equals(SUBSTANCE)
                ? Optional.of(known.with(amounts.inSubstance(true))).filter(all -> !amounts.substance())
                : SpokenRhythm.read(known.rhythm(), words).map(known::with);
    }

    private static Optional<Dosage> counted(Dosage known, int count, boolean days) {
        var period = known.period();
        int said = days ? period.days() : period.times();
        return said > 0
                ? Optional.empty()
                : Optional.of(known.with(new DosePeriod(
                        period.start(), period.end(), days ? count : period.days(), days ? period.times() : count)));
    }

    private static Optional<Dosage> named(Dosage known, String name, String said) {
        var amounts = known.amounts();
        return switch (name) {
            case "1回量" ->
                amount(amounts.once(), said)
                        .map(once -> known.with(new DoseAmounts(
                                once,
                                amounts.most(),
                                amounts.daily(),
                                amounts.uneven(),
                                amounts.rate(),
                                amounts.substance())));
            case "1日量" ->
                amount(amounts.daily(), said)
                        .map(daily -> known.with(new DoseAmounts(
                                amounts.once(),
                                amounts.most(),
                                daily,
                                amounts.uneven(),
                                amounts.rate(),
                                amounts.substance())));
            case "1回最大" -> amount(amounts.most(), said).map(most -> known.with(amounts.withMost(most)));
            case "速度" -> amount(amounts.rate(), said).map(rate -> known.with(amounts.withRate(rate)));
            case "不均等" -> uneven(said).map(doses -> known.with(amounts.withUneven(doses)));
            case "開始", "終了" -> day(known, said, name.equals("開始"));
            case "投与経路", "部位", "器具", "手技" ->
                way(known.way(), name, Concept.of(said)).map(known::with);
            default -> SpokenNeed.read(known.rhythm(), name, said).map(known::with);
        };
    }

    /// Whatever the columns said of it: this names the times of the day too.
    private static Optional<List<UnevenDose>> uneven(String said) {
        var doses = new ArrayList<UnevenDose>();
        for (var part : said.split("・", -1)) {
            var time = TIME.matcher(part);
            if (!time.matches()) {
                return Optional.empty();
            }
            doses.add(new UnevenDose(
                    time.group(1), Amount.of(time.group(2), time.group(3) == null ? "" : time.group(3))));
        }
        return Optional.of(List.copyOf(doses));
    }

    private static Optional<Dosage> day(Dosage known, String said, boolean start) {
        var period = known.period();
        return !DAY.matcher(said).matches() || !start && !period.end().isEmpty()
                ? Optional.empty()
                : Optional.of(known.with(new DosePeriod(
                        start ? said : period.start(), start ? period.end() : said, period.days(), period.times())));
    }

    private static Optional<DoseWay> way(DoseWay way, String name, Concept said) {
        var known = switch (name) {
            case "投与経路" -> way.route();
            case "部位" -> way.site();
            case "器具" -> way.device();
            default -> way.method();
        };
        return known.isNone()
                ? Optional.of(new DoseWay(
                        name.equals("投与経路") ? said : way.route(),
                        name.equals("部位") ? said : way.site(),
                        name.equals("器具") ? said : way.device(),
                        name.equals("手技") ? said : way.method()))
                : Optional.empty();
    }

    static Optional<Amount> amount(Amount known, String said) {
        var amount = AMOUNT.matcher(said);
        return known.isNone() && amount.matches()
                ? Optional.of(Amount.of(amount.group(1), amount.group(2) == null ? "" : amount.group(2)))
                : Optional.empty();
    }

    static DoseLimit limit(DoseLimit known, String amount, String per) {
        var most = amount(known.amount(), amount);
        return new DoseLimit(
                most.orElse(known.amount()),
                most.flatMap(any -> amount(known.per(), per)).orElse(known.per()),
                known.words());
    }
}
