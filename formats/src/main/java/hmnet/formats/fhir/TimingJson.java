package hmnet.formats.fhir;

import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DoseRhythm;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// When a drug is taken, as FHIR's Timing (投与時期): the usage code, and what can be reckoned with.
final class TimingJson {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");

    private TimingJson() {}

    static void write(FhirJson json, Dosage dosage) {
        var rhythm = dosage.rhythm();
        boolean repeats = rhythm.skipsDays() && rhythm.monthDays().isEmpty()
                || rhythm.everyDays() > 0
                || rhythm.timesADay() > 0
                || rhythm.hoursApart() > 0
                || !rhythm.clock().isEmpty();
        if (!repeats && dosage.usage().usage().codes().isEmpty()) {
            return;
        }
        json.open("timing");
        if (repeats) {
            json.open("repeat");
            often(json, rhythm);
            json.openList("dayOfWeek");
            Arrays.stream(DayOfWeek.values())
                    .filter(rhythm.weekdays()::contains)
                    .forEach(day -> json.value(day.name().substring(0, 3).toLowerCase(Locale.ROOT)));
            json.closeList().openList("timeOfDay");
            rhythm.clock().stream()
                    .map(TimingJson::time)
                    .filter(time -> !time.isEmpty())
                    .forEach(json::value);
            json.closeList().close();
        }
        if (!dosage.usage().usage().codes().isEmpty()) {
            json.concept("code", dosage.usage().usage());
        }
        json.close();
    }

    /// FHIR's time of day; the end of one day is the start of the next. Empty where it is none.
    private static String time(String clock) {
        var time = clock.length() == 5 ? clock + ":00" : clock;
        if (time.equals("24:00:00")) {
            return "00:00:00";
        }
        return TIME.matcher(time).matches() ? time : "";
    }

    /// So many times in so many hours, days or weeks.
    private static void often(FhirJson json, DoseRhythm rhythm) {
        boolean weeks = rhythm.everyWeeks() > 0
                || rhythm.timesAWeek() > 0
                || !rhythm.weekdays().isEmpty();
        if (weeks) {
            number(json, "frequency", rhythm.timesAWeek());
            number(json, "period", Math.max(1, rhythm.everyWeeks()));
            json.text("periodUnit", "wk");
        } else if (rhythm.everyDays() > 0 || rhythm.timesADay() > 0) {
            number(json, "frequency", Math.max(1, rhythm.timesADay()));
            number(json, "period", Math.max(1, rhythm.everyDays()));
            json.text("periodUnit", "d");
        } else if (rhythm.hoursApart() > 0) {
            number(json, "frequency", 1);
            number(json, "period", rhythm.hoursApart());
            json.text("periodUnit", "h");
        }
    }

    private static void number(FhirJson json, String name, int number) {
        if (number > 0) {
            json.number(name, String.valueOf(number));
        }
    }
}
