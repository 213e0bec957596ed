package hmnet.exchange.auditfeed;

import hmnet.exchange.auditfeed.AuditFeedScreen.RepositoryLine;
import hmnet.exchange.auditfeed.FeedMarks.FeedPosition;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The page about the feed of the log (監査証跡の送出の下見).
public final class AuditFeedScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T10:15:00+09:00");
    private static final FeedPosition CURRENT =
            new FeedPosition(FeedWay.SYSLOG, 120_034, 0, null, AT, null, 0, null, null);
    private static final FeedPosition FAILING =
            new FeedPosition(FeedWay.FHIR, 119_800, 234, AT, AT, AT, 5, "ConnectException: Connection refused", null);
    private static final FeedPosition STOPPED =
            new FeedPosition(FeedWay.FHIR, 119_800, 234, AT, null, null, 0, null, AT);

    private AuditFeedScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "audit-feed",
                        new AuditFeedScreen(List.of(line(CURRENT, false), line(FAILING, true)), 120, null)),
                screen("audit-feed-failing", new AuditFeedScreen(List.of(line(FAILING, false)), 120, "hastened")),
                screen("audit-feed-stopped", new AuditFeedScreen(List.of(line(STOPPED, true)), 120, "stopped")),
                screen("audit-feed-none", new AuditFeedScreen(List.of(), 120, null)));
    }

    private static RepositoryLine line(FeedPosition state, boolean late) {
        var target = state.way() == FeedWay.SYSLOG ? "192.0.2.40:6514" : "https://192.0.2.40/fhir";
        return new RepositoryLine(state, target, late);
    }

    private static Screen screen(String name, AuditFeedScreen page) {
        return new Screen(name, "exchange/auditfeed/feed", Preview.OPERATOR, AuditFeedPage.PATH, Map.of("page", page));
    }
}
