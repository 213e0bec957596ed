package hmnet.care.handbookapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import hmnet.ground.design.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a telephone is told of the app when it is installed (ウェブアプリマニフェスト; W3C Web Application Manifest).
///
/// @param id by which a telephone knows the app again, whatever else changes
/// @param scope what opens within the window of the app: the handbook and the pages under `/my`, which share no other
///     beginning
record AppManifest(
        String id,
        String name,
        @JsonProperty("short_name") String shortName,
        String description,
        String lang,
        String dir,
        @JsonProperty("start_url") String startUrl,
        String scope,
        String display,
        @JsonProperty("background_color") String backgroundColor,
        @JsonProperty("theme_color") String themeColor,
        List<String> categories,
        List<AppIcon> icons,
        List<AppShortcut> shortcuts) {
    record AppIcon(String src, String sizes, String type, String purpose) {}

    /// What a long press on the icon offers.
    record AppShortcut(String name, String url) {}

    static AppManifest of(Messages m) {
        return new AppManifest(
                HandbookHomePage.PATH,
                m.t("handbook-app.name"),
                m.t("handbook-app.short"),
                m.t("handbook-app.description"),
                m.language().tag(),
                "ltr",
                HandbookHomePage.PATH,
                "/",
                "standalone",
                "#ffffff",
                "#0017c1",
                List.of("health", "medical"),
                drawnIcons(),
                offered(m));
    }

    private static List<AppIcon> drawnIcons() {
        return Arrays.stream(HandbookIcon.values())
                .map(icon -> new AppIcon("/handbook/icon/" + icon.file(), icon.sizes(), "image/png", icon.purpose()))
                .toList();
    }

    private static List<AppShortcut> offered(Messages m) {
        return Stream.of(HandbookPlace.MEDICINES, HandbookPlace.EMERGENCY_CODE)
                .map(place -> new AppShortcut(m.t(place.key()), place.address()))
                .toList();
    }
}
