package hmnet.office.anomalies;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.office.anomalies.AnomalyListScreen.FindingFacility;
import hmnet.office.anomalies.AnomalyListScreen.FindingLine;
import hmnet.office.anomalies.AnomalyRuleScreen.ListedRule;
import hmnet.office.anomalies.AnomalyScreen.ClosingLine;
import hmnet.office.anomalies.AnomalyScreen.ReadLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of findings in the log (監査の気づきの下見).
public final class FindingScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T23:15:00+09:00");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final List<String> RULES =
            Arrays.stream(AnomalyRule.values()).map(AnomalyRule::word).toList();
    private static final List<String> OUTCOMES =
            Arrays.stream(FindingOutcome.values()).map(FindingOutcome::word).toList();

    private FindingScreens() {}

    public static List<Screen> all() {
        var own = line(41, "own", 9, 3, null);
        var volume = line(42, "volume", 5, 57, null);
        var facilities = List.of(new FindingFacility("3", "見本市民病院"), new FindingFacility("4", "ひな形内科クリニック"));
        return List.of(
                screen(
                        "anomalies",
                        "findings",
                        new AnomalyListScreen(
                                2,
                                4L,
                                List.of(own, volume),
                                List.of(line(40, "surname", 2, 1, "justified")),
                                facilities,
                                "4",
                                RULES,
                                "own",
                                true,
                                "warned",
                                new TypedForm(
                                        Map.of("until", "2026-11-01"), Map.of("from", "from", "until", "until")))),
                screen(
                        "anomalies-none",
                        "findings",
                        new AnomalyListScreen(
                                0,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                RULES,
                                "",
                                false,
                                null,
                                TypedForm.NOTHING)),
                screen("anomaly", "finding", finding(own, null, new TypedForm(Map.of(), Map.of("words", "words")))),
                screen(
                        "anomaly-closed",
                        "finding",
                        finding(
                                line(40, "surname", 2, 1, "incident"),
                                new ClosingLine("incident", "業務でないと本人が認めた", "運用 一郎", AT, 7L),
                                TypedForm.NOTHING)),
                screen(
                        "anomaly-rules",
                        "rules",
                        new AnomalyRuleScreen(
                                List.of(
                                        new ListedRule("night", DAY, true, 1, 3, "22–6", "", null),
                                        new ListedRule("volume", DAY, true, 40, 5, "", "", null)),
                                List.of(new ListedRule("unrelated", DAY, false, 7, 6, "", "運用 一郎", "当番の表ができるまで")),
                                RULES,
                                true,
                                new TypedForm(Map.of("rule", "night"), Map.of("weight", "weight", "rule", "rule")))));
    }

    private static FindingLine line(long id, String rule, int weight, int times, @Nullable String outcome) {
        return new FindingLine(id, rule, weight, "ひな形内科クリニック", "見本 太郎", DAY, times, AT, outcome);
    }

    private static AnomalyScreen finding(FindingLine line, @Nullable ClosingLine closing, TypedForm form) {
        return new AnomalyScreen(
                line,
                AT.minusHours(1),
                "試験 花子",
                LocalDate.of(1948, 4, 12),
                false,
                List.of(new ReadLine(AT, "doctor", "care/viewer/summary", "break-glass", "192.0.2.7")),
                OUTCOMES,
                closing,
                form);
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(
                name, "office/anomalies/" + template, Preview.OPERATOR, "/office/anomalies", Map.of("page", page));
    }
}
