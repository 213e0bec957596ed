package hmnet.ground.design;

import hmnet.ground.design.PeopleAtHand.PersonAtHand;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What every page shows around its content (画面枠): language, who is signed in, menu, addresses of the
/// assets.
///
/// @param path the path asked for
/// @param rewordable the same page in the other language, or null where a page answers a POST and cannot be
///     asked again
/// @param brightness the theme chosen and the two addresses that choose one
/// @param visitor the person signed in, or null
/// @param menu the entries of the menu this visitor has a right to
/// @param officePhone the office's telephone, or empty
/// @param banner what every page of staff says above its content now, or null
/// @param atHand whom the visitor goes on to without searching; asked once, and only by pages that show it
public record Frame(
        Messages m,
        String path,
        @Nullable String rewordable,
        Brightness brightness,
        @Nullable Visitor visitor,
        Assets assets,
        List<MenuEntry> menu,
        String officePhone,
        @Nullable Banner banner,
        Supplier<List<PersonAtHand>> atHand) {
    private static final int MENU_SHORT = 12;

    /// The same where nobody wrote down the office's telephone.
    public Frame(
            Messages m,
            String path,
            @Nullable String rewordable,
            @Nullable Visitor visitor,
            Assets assets,
            List<MenuEntry> menu) {
        this(m, path, rewordable, visitor, assets, menu, "");
    }

    /// The same with nobody at hand.
    public Frame(
            Messages m,
            String path,
            @Nullable String rewordable,
            @Nullable Visitor visitor,
            Assets assets,
            List<MenuEntry> menu,
            String officePhone) {
        this(m, path, rewordable, Brightness.OF_THE_DEVICE, visitor, assets, menu, officePhone, null, List::of);
    }

    public Frame {
        menu = List.copyOf(menu);
    }

    /// What every page of staff says above its content, while it holds (全画面の帯).
    ///
    /// @param address where whoever reads it goes on, or null
    /// @param go the words of that link, or null
    public record Banner(
            String words,
            @Nullable String address,
            @Nullable String go) {}

    /// Says whether there is such a line; the module that knows is the only one to implement it.
    @FunctionalInterface
    public interface Banners {
        Optional<Banner> of(HttpServletRequest request, Messages m);
    }

    /// How bright the page is (画面の明るさ), and the same page in either theme.
    ///
    /// @param chosen null where the device decides
    /// @param light the address, or null where a page answers a POST and cannot be asked again; so is `dark`
    public record Brightness(
            @Nullable Theme chosen,
            @Nullable String light,
            @Nullable String dark) {
        static final Brightness OF_THE_DEVICE = new Brightness(null, null, null);
    }

    /// The same on a page of residents, which greets nobody of the staff and offers none of their pages.
    public Frame ofResident() {
        return new Frame(m, path, rewordable, brightness, null, assets, List.of(), officePhone, null, List::of);
    }

    /// The menu by what its entries have in common.
    public Map<MenuGroup, List<MenuEntry>> menuGroups() {
        return menu.stream().collect(Collectors.groupingBy(MenuEntry::group, TreeMap::new, Collectors.toList()));
    }

    /// Whether where we are belongs to a group of the menu.
    public boolean in(MenuGroup group) {
        return menu.stream().anyMatch(entry -> entry.group() == group && !entry.home() && at(entry));
    }

    /// Whether the menu is so long that it is folded under headings.
    public boolean longMenu() {
        return menu.size() > MENU_SHORT;
    }

    /// Where to come back to after a lock: this page, or the entry page where it cannot be asked again.
    public String place() {
        return rewordable == null
                ? "/"
                : UriComponentsBuilder.fromUriString(rewordable)
                        .replaceQueryParam(Frames.LANGUAGE)
                        .replaceQueryParam(Frames.THEME)
                        .build()
                        .toUriString();
    }

    /// Whether a menu entry is where we are: the nearest of those the path lies under.
    public boolean at(MenuEntry entry) {
        return menu.stream()
                .filter(this::holds)
                .max(Comparator.comparingInt(one -> one.path().length()))
                .filter(entry::equals)
                .isPresent();
    }

    private boolean holds(MenuEntry entry) {
        return entry.home()
                ? path.equals("/")
                : path.equals(entry.path())
                        || path.startsWith(entry.path() + "/")
                        || path.startsWith(entry.path() + "?");
    }
}
