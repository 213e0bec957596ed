package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a TQ1 says of anything but a drug, in words (検査・食事の時期と優先度).
public final class TimingWords {
    private TimingWords() {}

    /// All but from when until when.
    public static List<String> of(Segment tq1) {
        var words = new ArrayList<String>();
        add(words, "数量", SentFields.quantity(tq1, 2).shown());
        add(words, "", often(tq1));
        var clock = DoseTimes.clock(tq1);
        add(words, "時刻", String.join("・", clock));
        var period = DoseTimes.period(tq1);
        if (period.days() > 0) {
            words.add(period.days() + "日間");
        }
        add(words, "開始", tq1.has(7) ? DisplayTime.shown(tq1.text(7)) : "");
        add(words, "終了", tq1.has(8) ? DisplayTime.shown(tq1.text(8)) : "");
        add(words, "条件", tq1.joined(10, " "));
        add(words, "", tq1.joined(11, " "));
        if (period.times() > 0) {
            words.add(period.times() + "回");
        }
        words.addAll(DoseTimes.words(tq1));
        return words;
    }

    /// What is neither how often nor from when until when.
    public static String beside(Segment tq1) {
        var words = new ArrayList<String>();
        add(words, "時刻", String.join("・", DoseTimes.clock(tq1)));
        add(words, "条件", tq1.joined(10, " "));
        add(words, "", tq1.joined(11, " "));
        words.addAll(DoseTimes.words(tq1));
        return String.join(" ", words);
    }

    /// Its patterns as people read them: １日３回.
    public static String often(Segment tq1) {
        return DosePatterns.of(tq1).stream()
                .map(Concept::shown)
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// In words by its code of HL7 table 0485; empty for a routine one.
    public static String priority(String code, String otherwise) {
        return DoseTimes.priority(code, otherwise);
    }

    private static void add(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add((what + " " + said.strip()).strip());
        }
    }
}
