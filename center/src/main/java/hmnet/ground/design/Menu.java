package hmnet.ground.design;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/// The whole menu (メニュー), gathered from the pages that name a place in it. A handler that asks for the right
/// and the entry that offers it can therefore never disagree.
public final class Menu {
    private static final Comparator<MenuEntry> BY_PLACE =
            Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::order);

    private final List<MenuEntry> entries;

    private Menu(List<MenuEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// The menu of these pages; two entries at one place are refused.
    static Menu of(Stream<Class<?>> pages) {
        var entries = new ArrayList<MenuEntry>();
        pages.flatMap(page -> Arrays.stream(page.getDeclaredMethods())).forEach(handler -> {
            var place = handler.getAnnotation(MenuPlace.class);
            if (place != null) {
                entries.add(entry(handler, place));
            }
        });
        entries.sort(BY_PLACE);
        for (var n = 1; n < entries.size(); n++) {
            if (BY_PLACE.compare(entries.get(n - 1), entries.get(n)) == 0) {
                throw new IllegalStateException(
                        "Two entries of the menu ask for one place: " + entries.get(n - 1) + " and " + entries.get(n));
            }
        }
        return new Menu(entries);
    }

    /// The entries a visitor has a right to; none for somebody not signed in.
    public List<MenuEntry> offeredTo(@Nullable Visitor visitor) {
        return visitor == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.right() == Right.SIGNED_IN || visitor.may(entry.right()))
                        .toList();
    }

    private static MenuEntry entry(Method handler, MenuPlace place) {
        var route = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        var rule = handler.getAnnotation(Rule.class);
        if (route == null || rule == null) {
            throw new IllegalStateException(handler + " has a place in the menu: give it a @GetMapping and a @Rule");
        }
        return new MenuEntry(route.path()[0], place.text(), place.icon(), rule.value(), place.group(), place.order());
    }
}
