package hmnet.design;

import hmnet.cards.CardsScreens;
import hmnet.consent.ConsentScreens;
import hmnet.corrections.CorrectionsScreens;
import hmnet.directory.DirectoryScreens;
import hmnet.doubles.DoublesScreens;
import hmnet.exchange.ExchangeScreens;
import hmnet.intake.IntakeScreens;
import hmnet.layouts.LayoutsScreens;
import hmnet.linking.JoinedSamples;
import hmnet.linking.LinkingScreens;
import hmnet.municipality.MunicipalityScreens;
import hmnet.mynumber.MyNumberScreens;
import hmnet.portal.PortalScreens;
import hmnet.protection.ProtectionScreens;
import hmnet.viewer.ViewerScreens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All screens to look at (画面の一覧).
final class Screens {
    private Screens() {}

    static Stream<Screen> all() {
        return Stream.of(
                        errors(),
                        ViewerScreens.all(),
                        PortalScreens.all(),
                        ConsentScreens.all(),
                        CardsScreens.all(),
                        ProtectionScreens.all(),
                        DirectoryScreens.all(),
                        IntakeScreens.all(),
                        LayoutsScreens.all(),
                        DoublesScreens.all(),
                        CorrectionsScreens.all(),
                        LinkingScreens.all(),
                        JoinedSamples.all(),
                        ExchangeScreens.all(),
                        MunicipalityScreens.all(),
                        MyNumberScreens.all())
                .flatMap(List::stream);
    }

    /// One screen of each make, for a browser, which takes its time.
    static Stream<Screen> distinct() {
        return all().filter(screen -> !screen.name().matches("error-(?!404).*|closed-(?!consent-missing).*"));
    }

    private static List<Screen> errors() {
        return Stream.of(400, 404, 413, 429, 500)
                .map(status -> new Screen("error-" + status, "design/error", null, "/x", Map.of("status", status)))
                .toList();
    }
}
