package hmnet.office.emergencydesk;

import hmnet.consent.emergency.EmergencyTimings.DoorTiming;
import hmnet.consent.emergency.ReviewLoad;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.office.emergencydesk.EmergencyFiguresScreen.MistakeLine;
import hmnet.office.emergencydesk.OpeningReviewScreen.SaidLine;
import hmnet.office.emergencydesk.OpeningReviewScreen.ShownPage;
import hmnet.office.emergencydesk.ReviewListScreen.OpeningLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The pages of the review of emergency openings (救急の閲覧の審査の下見).
public final class EmergencyDeskScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final OpeningLine LATE = new OpeningLine(
            41, AT.minusDays(2), "架空市消防局", "paramedic", "break-glass", "emergency.risk.arrest", false, true, true);
    private static final OpeningLine SAMPLED =
            new OpeningLine(42, AT, "見本市民病院", "doctor", "prior-consent", "", false, false, false);

    private EmergencyDeskScreens() {}

    public static List<Screen> all() {
        var quiet = new ReviewLoad(3, 1, 2, 10);
        return List.of(
                screen(
                        "emergency-reviews",
                        "reviews",
                        new ReviewListScreen(
                                List.of(LATE, SAMPLED), List.of(), quiet, new ReviewLoad(400, 28, 2, 10), "words")),
                screen(
                        "emergency-reviews-none",
                        "reviews",
                        new ReviewListScreen(List.of(), List.of(SAMPLED), quiet, quiet, null)),
                screen(
                        "emergency-figures",
                        "figures",
                        new EmergencyFiguresScreen(
                                90,
                                List.of(
                                        new DoorTiming("break-glass", 41, 14_200, 61_000, 40, 1_310L, 4_900L),
                                        new DoorTiming("prior-consent", 3, 9_800, 12_000, 0, null, null)),
                                List.of(new MistakeLine("架空市消防局", 412, 2, 5), new MistakeLine("見本市民病院", 80, 0, 0)))),
                screen(
                        "emergency-review",
                        "review",
                        new OpeningReviewScreen(
                                LATE,
                                "峰橋 剛",
                                "082-000-0151",
                                "試験 花子",
                                LocalDate.of(1948, 4, 12),
                                AT,
                                null,
                                List.of(new ShownPage("emergency", AT)),
                                List.of(new SaidLine("words", "どこで何時ごろでしたか", "運用 一郎", AT, null)),
                                false,
                                new TypedForm(Map.of("outcome", "justified"), Map.of("words", "words")))));
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(
                name, "office/emergencydesk/" + template, Preview.OPERATOR, "/office/emergency", Map.of("page", page));
    }
}
