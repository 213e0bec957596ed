package hmnet.consent.mypages;

import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.ResidentCaller;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What of the log a resident is shown (本人に見せる記録), and in which words. All else stays with the office: what was done
/// with single records might tell of one that the person has not been told of (未告知).
enum OwnLogAct {
    OPENED("opened", Action.CHART_OPENED),
    EMERGENCY_OPENED("emergency-opened", Action.EMERGENCY_OPENED),
    EMERGENCY_RENEWED("emergency-renewed", Action.EMERGENCY_RENEWED),
    EMERGENCY_WIDENED("emergency-widened", Action.EMERGENCY_WIDENED),
    EMERGENCY_REFUSED("emergency-refused", Action.EMERGENCY_REFUSED),
    EMERGENCY_REVIEWED("emergency-reviewed", Action.EMERGENCY_REVIEWED),
    EMERGENCY_HANDED_ON("emergency-handed-on", Action.EMERGENCY_HANDED_ON),
    EMERGENCY_HANDOVER_ENDED("emergency-handover-ended", Action.EMERGENCY_HANDOVER_ENDED),
    EMERGENCY_MISTAKEN("emergency-mistaken", Action.EMERGENCY_MISTAKEN),
    AREA_COPY_AGREED("area-copy-agreed", Action.AREA_COPY_AGREED),
    AREA_COPY_HANDED("area-copy-handed", Action.AREA_COPY_HANDED),
    AREA_COPY_LOOKED("area-copy-looked", Action.AREA_COPY_LOOKED),
    DAY_COPY_HANDED("day-copy-handed", Action.DAY_COPY_HANDED),
    DAY_COPY_LOOKED("day-copy-looked", Action.DAY_COPY_LOOKED),
    REFUSED("refused", Action.CHART_REFUSED),
    LISTED("listed", Action.CHART_LISTED),
    FOUND("found", Action.PERSON_FOUND),
    CARD_READ("card-read", Action.CARD_READ),
    NUMBER_TYPED("number-typed", Action.NUMBER_TYPED),
    LINKED("linked", Action.LINKED),
    RELATION_ENDED("relation-ended", Action.RELATION_ENDED),
    QUERIED("queried", Action.PERSON_QUERIED),
    CARD_ISSUED("card-issued", Action.CARD_ISSUED),
    CARD_ENDED("card-ended", Action.CARD_ENDED),
    CONSENT("consent", Action.CONSENT_RECORDED),
    CONSENT_WITHDRAWN("consent-withdrawn", Action.CONSENT_WITHDRAWN),
    SIGHT("sight", Action.SIGHT_EXPLAINED),
    REQUEST("request", Action.SUBJECT_REQUEST),
    THIRD_PARTY("third-party", Action.THIRD_PARTY_SHOWN),
    THIRD_PARTY_FILE("third-party-file", Action.THIRD_PARTY_EXPORTED),
    PAPER_KEPT("paper-kept", Action.CONSENT_PAPER_KEPT),
    PAPER_SHOWN("paper-shown", Action.CONSENT_PAPER_SHOWN),
    PAPER_REMOVED("paper-removed", Action.CONSENT_PAPER_REMOVED),
    EMERGENCY_CODE_MADE("emergency-code-made", Action.EMERGENCY_CODE_MADE),
    EMERGENCY_CODE_ENDED("emergency-code-ended", Action.EMERGENCY_CODE_ENDED),
    LIFEBOX("lifebox", Action.LIFEBOX_SETTLED),
    SHELTER_ENTERED("shelter-entered", Action.SHELTER_ENTERED),
    SHELTER_LISTED("shelter-listed", Action.SHELTER_LISTED),
    SUPPORT_SAID("support-said", Action.SUPPORT_SAID),
    SUPPORT_LISTED("support-listed", Action.SUPPORT_LISTED),
    SUPPORT_EXPORTED("support-exported", Action.SUPPORT_EXPORTED),
    LETTER("letter", Action.LETTER_CODE_ISSUED),
    SIGNED_IN("signed-in", Action.SIGN_IN),
    SIGN_IN_REFUSED("sign-in-refused", Action.SIGN_IN_REFUSED),
    SIGNED_OUT("signed-out", Action.SIGN_OUT),
    PASSWORD("password", Action.OWN_PASSWORD_CHOSEN),
    PROXY_RECORDED("proxy-recorded", Action.PROXY_RECORDED),
    PROXY_AGREED("proxy-agreed", Action.PROXY_AGREED),
    PROXY_ENDED("proxy-ended", Action.PROXY_ENDED),
    PROXY_OPENED("proxy-opened", Action.PROXY_OPENED),
    /// Shown of a proxy alone: one's own looks tell nothing.
    PROXY_LOOKED("proxy-looked", Action.OWN_PAGE_SHOWN),
    /// The same of their chart.
    PROXY_READ("proxy-read", Action.OWN_CHART_OPENED),
    /// And of what they wrote there.
    PROXY_WROTE("proxy-wrote", Action.OWN_ENTRY_KEPT),
    /// And of the sheets that they signed.
    PROXY_SIGNED("proxy-signed", Action.FORM_SIGNED);

    private static final Set<String> MISSED = Set.of("unknown", "locked", "refused", "passed");

    private final String word;
    private final Action action;

    OwnLogAct(String word, Action action) {
        this.word = word;
        this.action = action;
    }

    String word() {
        return word;
    }

    /// Whether somebody decided something: a refusal then is a result, and keeps nothing from anybody.
    private boolean decides() {
        return this == PAPER_KEPT || this == PAPER_REMOVED || this == LIFEBOX;
    }

    /// The word of an entry: of a decision with what it came to.
    String word(AccessLogEntry entry) {
        return decides() ? word + "." + entry.outcome() : word;
    }

    /// Whether what was asked for was not shown.
    boolean missed(AccessLogEntry entry) {
        return !decides() && MISSED.contains(entry.outcome());
    }

    private boolean ofProxyAlone() {
        return this == PROXY_LOOKED || this == PROXY_READ || this == PROXY_WROTE || this == PROXY_SIGNED;
    }

    /// Whether somebody asked for the chart.
    boolean ofChart() {
        return this == OPENED || this == REFUSED || this == LISTED;
    }

    static Optional<OwnLogAct> of(AccessLogEntry entry) {
        return Arrays.stream(values())
                .filter(act -> act.action == entry.action())
                .filter(act -> !act.ofProxyAlone() || entry.profession().equals(ResidentCaller.PROXY_WORD))
                .findFirst();
    }
}
