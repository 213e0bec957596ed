package hmnet.office.proxydesk;

import hmnet.consent.proxies.Proxies.ProxyLine;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The pages of proxies (代理人の下見).
public final class ProxyScreens {
    private static final LocalDate BIRTH = LocalDate.of(1941, 4, 12);

    private ProxyScreens() {}

    public static List<Screen> all() {
        return List.of(
                new Screen(
                        "proxydesk",
                        "office/proxydesk/proxydesk",
                        Preview.OPERATOR,
                        "/office/proxies",
                        Map.of("page", new ProxyDeskScreen("見本　花子", BIRTH, "x", lines(), null, "waits", null))),
                new Screen(
                        "proxydesk-died",
                        "office/proxydesk/proxydesk",
                        Preview.OPERATOR,
                        "/office/proxies",
                        Map.of(
                                "page",
                                new ProxyDeskScreen(
                                        "見本　花子", BIRTH, "x", List.of(), LocalDate.of(2026, 11, 20), "died", null))),
                new Screen(
                        "proxydesk-waiting",
                        "office/proxydesk/waiting",
                        Preview.OPERATOR,
                        "/office/proxies/waiting",
                        Map.of("lines", lines().subList(0, 1))),
                new Screen("own-whose", "consent/residents/whose", null, "/my/whose", Map.of("lines", lines())),
                new Screen(
                        "own-proxies",
                        "consent/residents/proxies",
                        null,
                        "/my/proxies",
                        Map.of("lines", lines(), "names", true, "problem", "card")));
    }

    private static List<ProxyLine> lines() {
        return List.of(
                new ProxyLine(
                        1,
                        "見本　一郎",
                        ProxyKind.GUARDIAN,
                        true,
                        true,
                        ProxyReading.ALL,
                        LocalDate.of(2028, 3, 31),
                        false,
                        true),
                new ProxyLine(
                        2,
                        "見本　咲",
                        ProxyKind.CHOSEN,
                        true,
                        false,
                        ProxyReading.NOTHING,
                        LocalDate.of(2027, 5, 1),
                        true,
                        false));
    }
}
