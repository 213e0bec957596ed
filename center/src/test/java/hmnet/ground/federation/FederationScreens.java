package hmnet.ground.federation;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.federation.ProvidersScreen.ProviderLine;
import hmnet.ground.federation.TiesScreen.TieLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// Sign-in by a hospital's identity provider (認証基盤の下見).
public final class FederationScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T09:30:00+09:00");

    private FederationScreens() {}

    public static List<Screen> all() {
        var lines = List.of(
                new ProviderLine(3, "見本市民病院", "https://idp", "hmnet", true, "運用 花", AT, true, true, null),
                new ProviderLine(2, "見本中央病院", "https://idp", "hmnet", false, "運用 太郎", AT, true, false, null),
                new ProviderLine(1, "見本東病院", "https://idp", "hmnet", true, "運用 太郎", AT, false, false, null),
                new ProviderLine(0, "見本西病院", "https://idp", "hmnet", true, "運用 太郎", AT, false, false, AT.plusDays(1)));
        var typed = new TypedForm(
                Map.of("facility", "1", "issuer", "http://idp", "two", "yes"),
                Map.of("facility", "facility", "issuer", "issuer", "secret", "field"));
        var ties = List.of(new TieLine(1, "見本 花子", AT, AT.plusDays(1)), new TieLine(2, "見本 太郎", AT, null));
        return List.of(
                providers("identity-providers", lines, TypedForm.NOTHING),
                providers("identity-providers-wrong", lines, typed),
                providers("identity-providers-none", List.of(), TypedForm.NOTHING),
                ties("identity-ties", ties),
                ties("identity-ties-none", List.of()),
                own("own-tie", Map.of("facility", "見本市民病院", "offered", true)),
                own("own-tie-made", Map.of("facility", "見本市民病院", "offered", true, "since", AT, "done", "tied")),
                own("own-tie-none", Map.of("facility", "見本市民病院", "offered", false)),
                new Screen(
                        "federation-stopped",
                        "ground/federation/stopped",
                        null,
                        "/signin/federation/finish",
                        Map.of("why", "silent")));
    }

    private static Screen providers(String name, List<ProviderLine> lines, TypedForm typed) {
        var page = new ProvidersScreen(lines, typed, null, null, "https://center/signin/federation/back");
        return new Screen(
                name,
                "ground/federation/providers",
                Preview.OPERATOR,
                "/office/identity-providers",
                Map.of("page", page));
    }

    private static Screen ties(String name, List<TieLine> lines) {
        var page = new TiesScreen("見本市民病院", "", lines, null);
        return new Screen(name, "ground/federation/ties", Preview.DESK, "/identity-ties", Map.of("page", page));
    }

    private static Screen own(String name, Map<String, ?> model) {
        return new Screen(name, "ground/federation/own", Preview.DOCTOR, "/federation", model);
    }
}
