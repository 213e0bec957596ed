package hmnet.design;

import hmnet.routes.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One entry of the menu (メニュー), with the right it takes to be offered.
public enum MenuEntry {
    HOME("/", "home", Right.SIGNED_IN),
    TYPED_CARD("/cards/typed", "card", Right.LINK),
    CARD_CHECK("/card-check", "card", Right.LINK),
    DESK("/desk", "desk", Right.DESK),
    PATIENTS("/patients", "person", Right.DESK),
    CORRECTIONS("/corrections", "warn", Right.DESK),
    CARDS("/office/cards", "id", Right.ISSUE),
    CONSENTS("/office/consents", "consent", Right.OFFICE),
    REVIEWS("/reviews", "question", Right.OFFICE),
    LINKS("/office/links", "person", Right.OFFICE),
    INCIDENTS("/incidents", "bad", Right.OFFICE),
    CARDS_OF_PEOPLE("/office/people", "card", Right.OFFICE),
    CARD_BATCHES("/office/batches", "id", Right.OFFICE),
    CARD_EXCHANGE("/card-exchange", "id", Right.EXCHANGE_CARD),
    PROTECTION("/protection", "consent", Right.PROTECT),
    FACILITIES("/office/facilities", "desk", Right.OPERATE),
    QUARANTINE("/intake/quarantine", "warn", Right.OPERATE);

    private final String path;
    private final String icon;
    private final Right right;

    MenuEntry(String path, String icon, Right right) {
        this.path = path;
        this.icon = icon;
        this.right = right;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /// The key of its words.
    public String key() {
        return "design.menu." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<MenuEntry> of(Visitor visitor) {
        return Arrays.stream(values())
                .filter(entry -> entry.right == Right.SIGNED_IN || visitor.may(entry.right))
                .toList();
    }
}
