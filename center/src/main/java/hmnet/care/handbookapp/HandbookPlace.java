package hmnet.care.handbookapp;

import hmnet.consent.mypages.OwnWhose;
import java.util.Arrays;
import java.util.List;

/// Where the home of the handbook leads (健康手帳の入口): every daily thing in one tap. A new page of residents adds its line.
public enum HandbookPlace {
    MEDICINES("/my/medicines", "my.medicines", "good", PlaceRight.READS),
    VITALS("/my/vitals", "my.vitals", "flag", PlaceRight.READS),
    RESULTS("/my/results", "my.results", "info", PlaceRight.READS),
    VISITS("/my/visits", "my.visits", "desk", PlaceRight.READS),
    PHOTOS("/my/photos", "my.photos", "camera", PlaceRight.READS),
    LIFEBOX("/my/lifebox", "my.lifebox", "flag", PlaceRight.READS),
    EMERGENCY_CODE("/my/emergency-code", "my.emergency-code", "warn", PlaceRight.READS),
    CARD("/my/card", "my.card", "card", PlaceRight.DECIDES),
    LOG("/my/log", "my.log", "person", PlaceRight.SEES),
    CONSENT("/my/consent", "my.consent", "consent", PlaceRight.ALWAYS);

    private final String address;
    private final String key;
    private final String icon;
    private final PlaceRight right;

    HandbookPlace(String address, String key, String icon, PlaceRight right) {
        this.address = address;
        this.key = key;
        this.icon = icon;
        this.right = right;
    }

    /// What somebody must be able to do for the person to get there (入口の条件).
    private enum PlaceRight {
        READS,
        SEES,
        DECIDES,
        ALWAYS
    }

    /// Those that open to whoever has the page open.
    public static List<HandbookPlace> of(OwnWhose whose) {
        return Arrays.stream(values()).filter(place -> place.opensTo(whose)).toList();
    }

    private boolean opensTo(OwnWhose whose) {
        return switch (right) {
            case READS -> whose.reads();
            case SEES -> whose.sees();
            case DECIDES -> whose.decides();
            case ALWAYS -> true;
        };
    }

    public String address() {
        return address;
    }

    public String key() {
        return key;
    }

    public String icon() {
        return icon;
    }
}
