package hmnet.ground.design;

import hmnet.ground.design.Frame.Banner;
import hmnet.ground.design.Frame.Brightness;
import hmnet.ground.routes.Right;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/// Renders a screen as a browser would get it, without a server behind it (画面の下見).
public final class Preview {
    public static final Visitor DOCTOR =
            new Visitor("見本 太郎", "ひな形内科クリニック", "doctor", Set.of(Right.VIEW_CHART, Right.LINK, Right.PROTECT), 600);
    public static final Visitor DESK = new Visitor(
            "受付 花",
            "見本市民病院",
            "reception",
            Set.of(
                    Right.LINK,
                    Right.DESK,
                    Right.MEMBERS,
                    Right.REQUESTS,
                    Right.ALERTS,
                    Right.PROTECT,
                    Right.EXCHANGE_CARD));
    public static final Visitor OPERATOR = new Visitor(
            "運用 一郎",
            "県医師会 事務局",
            "operator",
            Set.of(
                    Right.OFFICE,
                    Right.OPERATE,
                    Right.DECLARE,
                    Right.ISSUE,
                    Right.MEMBERS,
                    Right.REQUESTS,
                    Right.ALERTS,
                    Right.PROTECT,
                    Right.EXCHANGE_CARD));

    private static final Pages PAGES = new Pages();
    private static final Assets ASSETS = new Assets();

    static final Menu MENU = Menu.of(pages());

    private Preview() {}

    private static Stream<Class<?>> pages() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("hmnet").stream()
                .map(page -> ClassUtils.resolveClassName(Objects.requireNonNull(page.getBeanClassName()), null));
    }

    public static String of(
            String template, Language language, @Nullable Visitor visitor, String path, Map<String, ?> model) {
        return PAGES.render(template, frame(language, visitor, path), model);
    }

    /// What stands around a page, for tests that ask a page itself.
    public static Frame frame(Language language, @Nullable Visitor visitor, String path) {
        return new Frame(
                Messages.in(language),
                path,
                path + "?lang=" + language.other().tag(),
                new Brightness(null, path + "?theme=light", path + "?theme=dark"),
                visitor,
                ASSETS,
                MENU.offeredTo(visitor),
                "082-000-0110（平日 9 時から 17 時）",
                visitor == null || !path.startsWith("/disaster")
                        ? null
                        : new Banner("災害時モード　令和8年11月29日 10:15 まで（架空市）", "/disaster", "災害時の閲覧へ"),
                List::of);
    }
}
