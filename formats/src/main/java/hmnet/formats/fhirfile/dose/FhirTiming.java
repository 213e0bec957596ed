package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// On which days and when (投与時期): Timing, its usage code and the supplements beside it.
final class FhirTiming {
    private static final int HOURS = 24;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final JsonValue repeat;
    private final JsonValue timing;
    private final Concept usage;
    private final List<Concept> supplements;
    private final DosingWords words;
    private final List<String> plain = new ArrayList<>();

    /// @param usage the code of the timing
    FhirTiming(JsonValue timing, Concept usage, List<Concept> supplements, DosingWords words) {
        this.timing = timing;
        this.repeat = timing.at("repeat");
        this.usage = usage;
        this.supplements = supplements;
        this.words = words;
    }

    /// What its fields say that a rhythm does not show: 1日3回, 朝食後.
    List<String> plain() {
        return List.copyOf(plain);
    }

    DoseRhythm rhythm() {
        var rhythm = Abbreviations.of(usage, StandardUsage.rhythm(usage.code(CodingSystems.USAGE), supplements));
        var weekdays = weekdays();
        rhythm = often(rhythm, weekdays);
        if (!weekdays.isEmpty()) {
            boolean alike = rhythm.timesAWeek() % weekdays.size() == 0;
            int each = alike ? rhythm.timesAWeek() / weekdays.size() : 0;
            if (each > 1 && rhythm.timesADay() != each) {
                plain.add("1日" + each + "回");
                rhythm = rhythm.inADay(each, rhythm.hoursApart(), rhythm.clock());
            }
            rhythm = rhythm.inWeeks(Math.max(1, rhythm.everyWeeks()), alike ? 0 : rhythm.timesAWeek(), weekdays);
        }
        var clock = clock();
        if (!clock.isEmpty()) {
            int times = rhythm.timesADay() == 0 ? clock.size() : rhythm.timesADay();
            rhythm = rhythm.inADay(times, rhythm.hoursApart(), clock);
        }
        plain.addAll(MealTimes.of(repeat, words));
        rest();
        return rhythm;
    }

    private Set<DayOfWeek> weekdays() {
        var weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (var day : repeat.all("dayOfWeek")) {
            int place = DAYS.indexOf(day.text());
            if (place >= 0) {
                weekdays.add(DayOfWeek.of(place + 1));
            } else {
                words.notUnderstood("timing.repeat.dayOfWeek", "曜日 " + day.text());
            }
        }
        return weekdays;
    }

    private List<String> clock() {
        return repeat.all("timeOfDay").stream()
                .map(time -> time.text())
                .map(time -> time.length() > 5 ? time.substring(0, 5) : time)
                .toList();
    }

    /// So many times in such a period: as a rhythm where it has such a one, else in words.
    private DoseRhythm often(DoseRhythm rhythm, Set<DayOfWeek> weekdays) {
        if (!repeat.at("frequency").exists() && !repeat.at("period").exists()) {
            return rhythm;
        }
        boolean counted = repeat.at("frequency").exists();
        int times = counted ? Supply.count(repeat.text("frequency")) : 1;
        if (!counted && !weekdays.isEmpty() && repeat.text("periodUnit").equals("d")) {
            return rhythm; // on these days, and nobody says how often
        }
        int every = Supply.count(plainNumber(repeat.text("period")));
        boolean clean = times > 0
                && every > 0
                && repeat.text("frequencyMax").isEmpty()
                && repeat.text("periodMax").isEmpty();
        var said = !clean ? null : said(rhythm, repeat.text("periodUnit"), every, times, weekdays);
        if (said == null) {
            words.notUnderstood("timing.repeat", inWords());
            return rhythm;
        }
        return said;
    }

    /// Null for what no rhythm says.
    private @Nullable DoseRhythm said(DoseRhythm rhythm, String unit, int every, int times, Set<DayOfWeek> weekdays) {
        return switch (unit) {
            case "d" -> days(rhythm, every, times, weekdays);
            case "wk" ->
                rhythm.inWeeks(
                        every,
                        repeat.at("frequency").exists() && (every == 1 || times > 1) ? times : 0,
                        rhythm.weekdays());
            case "h" -> {
                if (times == 1 && every % HOURS == 0) {
                    yield days(rhythm, every / HOURS, 1, weekdays);
                }
                if (times == 1) {
                    plain.add(every + "時間ごと");
                    yield rhythm.inADay(rhythm.timesADay(), every, rhythm.clock());
                }
                yield null;
            }
            // From outside: months and years, which no rhythm counts.
            default -> null;
        };
    }

    /// Days that a supplement leaves out (隔日) stay left out, whatever a day's frequency says.
    private @Nullable DoseRhythm days(DoseRhythm rhythm, int every, int times, Set<DayOfWeek> weekdays) {
        if (every == 1) {
            if (rhythm.timesADay() != times) {
                plain.add("1日" + times + "回");
            }
            var daily = rhythm.inADay(times, rhythm.hoursApart(), rhythm.clock());
            return rhythm.skipsDays() || !weekdays.isEmpty() ? daily : daily.every(1);
        }
        boolean told = rhythm.everyDays() == every && rhythm.timesADay() == times;
        return told || times == 1 ? rhythm.every(every) : null;
    }

    private String inWords() {
        var times = repeat.text("frequency").isEmpty() ? "1" : repeat.text("frequency");
        var most = repeat.text("frequencyMax").isEmpty() ? "" : "～" + repeat.text("frequencyMax");
        var longest = repeat.text("periodMax").isEmpty() ? "" : "～" + repeat.text("periodMax");
        var period = repeat.text("period").isEmpty()
                ? ""
                : repeat.text("period") + longest + Quantities.unitOfTime(repeat.text("periodUnit")) + "に ";
        return period + times + most + "回";
    }

    private static String plainNumber(String decimal) {
        return decimal.replaceFirst("\\.0*$", "");
    }

    /// What a rhythm has no place for.
    private void rest() {
        var events = timing.all("event").stream()
                .map(event -> event.text().replace('T', ' '))
                .map(event -> event.replaceFirst("(:00)?(\\+09:00)$", ""))
                .collect(Collectors.joining("・"));
        if (!events.isEmpty()) {
            words.notUnderstood("timing.event", "投与日時 " + events);
        }
        if (repeat.at("boundsRange").exists()) {
            words.notUnderstood(
                    "timing.repeat.boundsRange",
                    "期間 " + Quantities.range(repeat.at("boundsRange")).value() + unit(repeat.at("boundsRange")));
        }
        if (repeat.at("countMax").exists()) {
            words.notUnderstood(
                    "timing.repeat.countMax", "回数 " + repeat.text("count") + "～" + repeat.text("countMax") + "回");
        }
        if (repeat.at("duration").exists()) {
            var most = repeat.text("durationMax").isEmpty() ? "" : "～" + repeat.text("durationMax");
            words.add("1回に "
                    + repeat.text("duration")
                    + most
                    + Quantities.unitOfTime(repeat.text("durationUnit"))
                    + " かけて");
        }
    }

    private static String unit(JsonValue range) {
        var high = Quantities.time(range.at("high"));
        return high.isNone() ? Quantities.time(range.at("low")).unitShown() : high.unitShown();
    }
}
