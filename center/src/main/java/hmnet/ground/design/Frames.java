package hmnet.ground.design;

import hmnet.ground.design.Frame.Banner;
import hmnet.ground.design.Frame.Banners;
import hmnet.ground.design.Frame.Brightness;
import hmnet.ground.design.PeopleAtHand.PersonAtHand;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/// Makes the frame of a page from its request (画面枠の組立), for each handler with a `Frame` as a parameter.
@Component
class Frames {
    static final String LANGUAGE = "lang";
    static final String THEME = "theme";

    private final Assets assets;
    private final SingletonSupplier<Visitors> visitors;
    private final Menu menu;
    private final OfficeSettings office;
    private final SingletonSupplier<PeopleAtHand> atHand;
    private final SingletonSupplier<Banners> banners;

    Frames(
            Assets assets,
            ObjectProvider<Visitors> visitors,
            Menu menu,
            OfficeSettings office,
            ObjectProvider<PeopleAtHand> atHand,
            ObjectProvider<Banners> banners) {
        this.banners = SingletonSupplier.ofNullable(banners::getIfAvailable);
        this.atHand = SingletonSupplier.ofNullable(atHand::getIfAvailable);
        this.assets = assets;
        this.visitors = SingletonSupplier.ofNullable(visitors::getIfAvailable);
        this.menu = menu;
        this.office = office;
        Messages.load();
    }

    public Frame of(HttpServletRequest request) {
        return of(request, visitor(request), () -> people(request));
    }

    /// Without asking the database who it is: it does not answer.
    Frame ofAnybody(HttpServletRequest request) {
        return of(request, null, List::of);
    }

    private Frame of(HttpServletRequest request, @Nullable Visitor visitor, Supplier<List<PersonAtHand>> people) {
        var language = language(request);
        return new Frame(
                Messages.in(language),
                request.getRequestURI(),
                changed(request, LANGUAGE, language.other().tag()),
                new Brightness(
                        theme(request),
                        changed(request, THEME, Theme.LIGHT.word()),
                        changed(request, THEME, Theme.DARK.word())),
                visitor,
                assets,
                menu.offeredTo(visitor),
                office.phone().strip(),
                visitor == null ? null : banner(request, language),
                SingletonSupplier.of(people));
    }

    private @Nullable Banner banner(HttpServletRequest request, Language language) {
        var known = banners.get();
        return known == null ? null : known.of(request, Messages.in(language)).orElse(null);
    }

    private List<PersonAtHand> people(HttpServletRequest request) {
        var known = atHand.get();
        return known == null ? List.of() : known.of(request);
    }

    private @Nullable Visitor visitor(HttpServletRequest request) {
        var known = visitors.get();
        return known == null ? null : known.of(request);
    }

    static Language language(HttpServletRequest request) {
        var asked = Language.of(request.getParameter(LANGUAGE));
        var remembered = WebUtils.getCookie(request, LANGUAGE);
        var kept = remembered == null ? null : Language.of(remembered.getValue());
        if (asked != null) {
            return asked;
        }
        return kept != null ? kept : Language.accepted(request.getHeader("Accept-Language"));
    }

    private static @Nullable Theme theme(HttpServletRequest request) {
        var asked = Theme.of(request.getParameter(THEME));
        var remembered = WebUtils.getCookie(request, THEME);
        return asked != null || remembered == null ? asked : Theme.of(remembered.getValue());
    }

    /// The address of the same page with another look, or null where a page answers a POST and cannot be asked again.
    private static @Nullable String changed(HttpServletRequest request, String parameter, String value) {
        return request.getMethod().equals("GET")
                ? UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam(parameter, value)
                        .build()
                        .toUriString()
                : null;
    }
}
