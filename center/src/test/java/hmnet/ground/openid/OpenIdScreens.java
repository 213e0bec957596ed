package hmnet.ground.openid;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.openid.ClientsScreen.ClientLine;
import hmnet.ground.openid.ClientsScreen.FreshClient;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Single sign-on of sub-systems (シングルサインオンの下見).
public final class OpenIdScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T09:30:00+09:00");
    private static final List<String> BACK = List.of("https://sample/back");

    private OpenIdScreens() {}

    public static List<Screen> all() {
        var clients = List.of(
                new ClientLine(3, "hmnet-00000000000000c3", "病理支援", BACK, "運用 花", AT, true, true, null),
                new ClientLine(2, "hmnet-00000000000000c2", "画像連携", BACK, "運用 太郎", AT, true, false, null),
                new ClientLine(1, "hmnet-00000000000000c1", "在宅支援", BACK, "運用 太郎", AT, false, false, null),
                new ClientLine(0, "hmnet-00000000000000c0", "旧予約", BACK, "運用 太郎", AT, false, false, AT.plusDays(1)));
        var typed = new TypedForm(
                Map.of("name", "", "redirects", "http://sample", "outs", ""),
                Map.of("name", "name", "redirects", "address"));
        var fresh = new FreshClient("画像連携", "hmnet-00000000000000c2", "aW52ZW50ZWQ");
        return List.of(
                page("sub-systems", clients, TypedForm.NOTHING, null),
                page("sub-systems-wrong", clients, typed, null),
                page("sub-systems-fresh", clients, TypedForm.NOTHING, fresh),
                page("sub-systems-none", List.of(), TypedForm.NOTHING, null),
                new Screen(
                        "lead",
                        "ground/design/lead",
                        null,
                        "/openid/authorize",
                        Map.of("title", "サインイン", "said", "画像連携 に進みます。", "go", "進む", "address", "#main")),
                new Screen(
                        "sub-system-refused",
                        "ground/openid/refused",
                        null,
                        "/openid/authorize",
                        Map.of("problem", "invalid_request")));
    }

    private static Screen page(String name, List<ClientLine> clients, TypedForm typed, @Nullable FreshClient fresh) {
        var page = new ClientsScreen(clients, typed, null, null, fresh, "https://center");
        return new Screen(name, "ground/openid/clients", Preview.OPERATOR, "/office/openid", Map.of("page", page));
    }
}
