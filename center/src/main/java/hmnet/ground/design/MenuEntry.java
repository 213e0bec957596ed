package hmnet.ground.design;

import hmnet.ground.routes.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One entry of the menu (メニュー), with the right it takes to be offered.
public enum MenuEntry {
    HOME("/", "home", Right.SIGNED_IN, MenuGroup.CARE),
    TYPED_CARD("/cards/typed", "card", Right.LINK, MenuGroup.CARE),
    CARD_CHECK("/card-check", "card", Right.LINK, MenuGroup.CARE),
    DESK("/desk", "desk", Right.DESK, MenuGroup.CARE),
    PATIENTS("/patients", "person", Right.DESK, MenuGroup.CARE),
    FILES("/files", "desk", Right.DESK, MenuGroup.CARE),
    CORRECTIONS("/corrections", "warn", Right.DESK, MenuGroup.CARE),
    CARDS("/office/cards", "id", Right.ISSUE, MenuGroup.CARDS),
    CONSENTS("/office/consents", "consent", Right.OFFICE, MenuGroup.CARDS),
    CARDS_OF_PEOPLE("/office/people", "card", Right.OFFICE, MenuGroup.CARDS),
    DISCLOSURE_CARDS("/disclosure-cards", "card", Right.EXCHANGE_CARD, MenuGroup.CARDS),
    CARD_EXCHANGE("/card-exchange", "id", Right.EXCHANGE_CARD, MenuGroup.CARDS),
    CARD_BATCHES("/office/batches", "id", Right.OFFICE, MenuGroup.CARDS),
    MY_NUMBER_CARDS("/office/my-number-cards", "id", Right.OFFICE, MenuGroup.CARDS),
    REVIEWS("/reviews", "question", Right.OFFICE, MenuGroup.PEOPLE),
    LINKS("/office/links", "person", Right.OFFICE, MenuGroup.PEOPLE),
    JOINED("/office/joined", "person", Right.OFFICE, MenuGroup.PEOPLE),
    INCIDENTS("/incidents", "bad", Right.OFFICE, MenuGroup.PEOPLE),
    RESIDENTS("/office/residents", "desk", Right.OFFICE, MenuGroup.PEOPLE),
    PROTECTION("/protection", "consent", Right.PROTECT, MenuGroup.PEOPLE),
    FEEDS("/intake/feeds", "late", Right.OPERATE, MenuGroup.DATA),
    QUARANTINE("/intake/quarantine", "warn", Right.OPERATE, MenuGroup.DATA),
    DOUBLES("/doubles", "question", Right.OPERATE, MenuGroup.DATA),
    CODES("/intake/codes", "question", Right.OPERATE, MenuGroup.DATA),
    FACILITIES("/office/facilities", "desk", Right.OPERATE, MenuGroup.NETWORK),
    MACHINES("/office/machines", "desk", Right.OPERATE, MenuGroup.NETWORK),
    CARD_SCHEMES("/office/schemes", "id", Right.OFFICE, MenuGroup.NETWORK),
    CARD_STOCK("/office/designs", "id", Right.OFFICE, MenuGroup.NETWORK);

    private final String path;
    private final String icon;
    private final Right right;
    private final MenuGroup group;

    MenuEntry(String path, String icon, Right right, MenuGroup group) {
        this.path = path;
        this.icon = icon;
        this.right = right;
        this.group = group;
    }

    public MenuGroup group() {
        return group;
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
