package hmnet.region.course;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Diagnosis;
import java.time.LocalDate;
import java.util.List;

/// The diagnoses of a chart as they stand on a day (病名一覧).
final class DiagnosisList {
    /// No disease names carry invented codes: MEDIS' own code for a name without one, with the name as text.
    private static final String UNCODED = "20084317";

    private static final CodedText NOT_TOLD = new CodedText("N", "未告知", "99HM21");
    private static final CodedText RECOVERED = new CodedText("F", "全治", "HL70241");
    private static final String UNTOLD = "colon-cancer";

    private DiagnosisList() {}

    static List<Diagnosis> of(List<Sickness> known, LocalDate day, boolean untold) {
        return known.stream()
                .map(s -> diagnosis(s, day, s.equals(known.getFirst()), untold))
                .toList();
    }

    private static Diagnosis diagnosis(Sickness sickness, LocalDate day, boolean main, boolean untold) {
        var illness = sickness.illness();
        var end = sickness.end();
        var ended = end != null && end.isBefore(day) ? end : null;
        return new Diagnosis(
                "AD",
                sickness.since(),
                new CodedText(UNCODED, illness.name(), "MDCDX2"),
                illness.key() + "-" + sickness.since(),
                "",
                illness.icd10(),
                "2013",
                sickness.since(),
                ended,
                false,
                ended == null ? CodedText.NONE : RECOVERED,
                main,
                untold && illness.key().equals(UNTOLD) ? NOT_TOLD : CodedText.NONE,
                CodedText.NONE,
                List.of(),
                List.of(),
                false,
                illness.department().name(),
                illness.department().doctor());
    }
}
