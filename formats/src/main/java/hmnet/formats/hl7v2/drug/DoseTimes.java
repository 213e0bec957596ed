package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.pharmacy.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The times of one TQ1 (時間の指定): from when until when, for how long, at what o'clock. What no number of a
/// dosage holds stands in words.
final class DoseTimes {
    private static final Set<String> DAYS = Set.of("d", "D", "日", "DAY", "day", "days", "日分", "日間");

    /// HL7 table 0485; routine says nothing that an order does not say.
    private static final Map<String, String> PRIORITY =
            Map.of("S", "至急", "A", "できるだけ早く", "P", "手術前", "C", "呼び出し", "T", "時刻厳守", "PRN", "必要時");

    /// HL7 table 0427: when the instruction behind it begins.
    private static final Map<String, String> NEXT = Map.of("S", "これに続けて", "A", "これと並行して", "C", "これの時刻に合わせて");

    private DoseTimes() {}

    static DosePeriod period(Segment tq1) {
        return new DosePeriod(
                Hl7Time.fhir(tq1.text(7)),
                Hl7Time.fhir(tq1.text(8)),
                countsDays(tq1) ? Supply.count(tq1.text(6)) : 0,
                Supply.count(tq1.text(14)));
    }

    /// `14^d`, `14^D&日&ISO+`, and `14^日分`, which is no quantity of the standard but is sent.
    private static boolean countsDays(Segment tq1) {
        return DAYS.contains(tq1.sub(6, 2, 1)) || DAYS.contains(tq1.sub(6, 2, 2));
    }

    /// Such as `08:00`, of TQ1-4.
    static List<String> clock(Segment tq1) {
        var clock = new ArrayList<String>();
        for (int n = 1; n <= tq1.repetitions(4); n++) {
            var time = tq1.text(4, n, 1).strip().replace(":", "");
            if (time.matches("[0-2][0-9][0-5][0-9].*")) {
                clock.add(time.substring(0, 2) + ":" + time.substring(2, 4));
            }
        }
        return clock;
    }

    static List<String> words(Segment tq1) {
        var words = new ArrayList<String>();
        unreadClock(words, tq1);
        add(words, "間隔", quantity(tq1, 5));
        if (!countsDays(tq1) || Supply.count(tq1.text(6)) == 0) {
            add(words, "投与期間", quantity(tq1, 6));
        }
        for (int n = 1; n <= tq1.repetitions(9); n++) {
            add(words, "優先度", priority(tq1.text(9, n, 1), Names.of(tq1, 9, n)));
        }
        add(words, "1回の時間", quantity(tq1, 13));
        if (Supply.count(tq1.text(14)) == 0) {
            add(words, "回数", tq1.joined(14, " "));
        }
        add(words, "次の用法", NEXT.getOrDefault(tq1.text(12), tq1.text(12)));
        return words;
    }

    /// A time that is none of the clock stays in words.
    private static void unreadClock(List<String> words, Segment tq1) {
        for (int n = 1; n <= tq1.repetitions(4); n++) {
            var time = tq1.text(4, n, 1).strip();
            if (!time.isEmpty() && !time.replace(":", "").matches("[0-2][0-9][0-5][0-9].*")) {
                words.add("時刻 " + time);
            }
        }
    }

    static String priority(String code, String otherwise) {
        return code.equals("R") ? "" : PRIORITY.getOrDefault(code, otherwise);
    }

    private static String quantity(Segment tq1, int field) {
        return SentFields.quantity(tq1, field).shown();
    }

    private static void add(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add(what + " " + said.strip());
        }
    }
}
