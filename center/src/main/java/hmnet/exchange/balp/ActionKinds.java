package hmnet.exchange.balp;

import static hmnet.exchange.balp.EventVerdict.MINOR_FAILURE;
import static hmnet.exchange.balp.EventVerdict.SERIOUS_FAILURE;
import static hmnet.exchange.balp.EventVerdict.SUCCESS;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Trace;
import java.util.Map;
import java.util.Set;

/// What the standards call each action of the log (操作と標準コードの対応). A new action does not compile until it stands here.
public final class ActionKinds {
    private static final Set<String> NOBODY = Set.of("unknown", "locked", "passed");

    /// An action with what it came to.
    private record Result(Action action, String outcome) {}

    /// Results that are another kind than their action.
    private static final Map<Result, EventKind> BY_RESULT = Map.ofEntries(
            Map.entry(new Result(Action.CONSENT_PAPER_KEPT, "refused"), EventKind.IMPORT),
            Map.entry(new Result(Action.CONSENT_PAPER_REMOVED, "asked"), EventKind.UPDATE),
            Map.entry(new Result(Action.FORM_SIGNED, "amended"), EventKind.UPDATE),
            Map.entry(new Result(Action.OWN_ENTRY_KEPT, "amended"), EventKind.UPDATE),
            Map.entry(new Result(Action.OWN_ENTRY_KEPT, "withdrawn"), EventKind.DELETE),
            Map.entry(new Result(Action.OWN_ENTRY_KEPT, "target-ended"), EventKind.UPDATE),
            Map.entry(new Result(Action.FORM_DRAFTED, "discarded"), EventKind.DELETE),
            Map.entry(new Result(Action.SHEET_CHANGED, "refused"), EventKind.DELETE),
            Map.entry(new Result(Action.CONSENT_PAPER_REMOVED, "withdrawn"), EventKind.UPDATE),
            Map.entry(new Result(Action.CONSENT_PAPER_REMOVED, "refused"), EventKind.UPDATE),
            Map.entry(new Result(Action.CHART_NUMBER_TIED, "SOMEBODY_ELSES"), EventKind.UPDATE),
            Map.entry(new Result(Action.RESIDENT_LIST, "original-taken"), EventKind.EXPORT),
            Map.entry(new Result(Action.RESIDENT_LIST, "forgotten"), EventKind.DELETE),
            Map.entry(new Result(Action.USER_CERTIFICATE_BOUND, "ended"), EventKind.UPDATE),
            Map.entry(new Result(Action.OPENID_SIGN_ON, "revoked"), EventKind.LOGOUT),
            Map.entry(new Result(Action.CERTIFICATE_REFUSED, "ended"), EventKind.LOGOUT));

    /// Results in which nothing was done, of actions that are no refusals by name.
    private static final Set<Result> IN_VAIN = Set.of(
            new Result(Action.CONSENT_PAPER_KEPT, "refused"),
            new Result(Action.OWN_CHART_OPENED, "refused"),
            new Result(Action.CHART_NUMBER_TIED, "SOMEBODY_ELSES"),
            new Result(Action.FACILITY_CERTIFICATE, "refused"));

    private ActionKinds() {}

    public static EventKind of(Trace trace) {
        var kind = BY_RESULT.get(new Result(trace.action(), trace.outcome()));
        return kind == null ? of(trace.action()) : kind;
    }

    static EventKind of(Action action) {
        return switch (action) {
            case SIGN_IN, SIGN_IN_REFUSED, CERTIFICATE_REFUSED, OPENID_SIGN_ON -> EventKind.LOGIN;
            case SIGN_OUT -> EventKind.LOGOUT;
            case CHART_OPENED,
                    CHART_BROKEN_OFF,
                    CHART_LISTED,
                    PERSON_FOUND,
                    READING_ALERTS_LISTED,
                    CORRECTION_TOLD,
                    CORRECTIONS_LISTED,
                    REVIEW_OPENED,
                    LINKS_OPENED,
                    PATIENTS_LISTED,
                    INCIDENT_SHOWN,
                    INCIDENT_TOLD,
                    TODAY_LISTED,
                    NOTES_SHOWN,
                    FAVOURITES_LISTED,
                    CHART_LAUNCHED,
                    CARD_READ,
                    SIGHT_EXPLAINED,
                    OWN_PAGE_SHOWN,
                    OWN_CHART_OPENED,
                    PROXY_OPENED,
                    PROXIES_SHOWN,
                    EMERGENCY_LISTED,
                    EMERGENCY_ARRIVALS_LISTED,
                    AREA_COPY_LOOKED,
                    DAY_COPY_LOOKED,
                    DISASTER_LOOKS_LISTED,
                    SUPPORT_LISTED,
                    SHELTER_LISTED,
                    EMERGENCY_SHOWN,
                    RULE_TRIED,
                    NUMBER_REVIEW_OPENED,
                    FILE_OPENED,
                    SUBJECT_REQUESTS_SHOWN,
                    CONSENT_PAPER_SHOWN,
                    PROTECTION_SHOWN,
                    REGIONAL_ID_TOLD -> EventKind.READ;
            case PATIENTS_SEARCHED, NUMBER_TYPED, DOUBLES_SEARCHED, PERSON_QUERIED -> EventKind.QUERY;
            case INCIDENT_OPENED,
                    LINKED,
                    CHART_NUMBER_TIED,
                    CARD_ISSUED,
                    CARD_EXCHANGED,
                    CARDS_ORDERED,
                    PROXY_RECORDED,
                    EMERGENCY_CODE_MADE,
                    EMERGENCY_HANDED_ON,
                    CONSENT_PAPER_KEPT,
                    FORM_SIGNED,
                    OWN_ENTRY_KEPT,
                    DEATH_RECORDED,
                    USER_CERTIFICATE_BOUND,
                    COMMON_KEY_BOUND,
                    TIE_PROPOSED,
                    JOIN_PROPOSED -> EventKind.CREATE;
            case READING_ALERT_CLOSED,
                    LIFEBOX_SETTLED,
                    REVIEW_DECIDED,
                    REVIEW_UNDONE,
                    PERSONS_JOINED,
                    PERSONS_PARTED,
                    JOIN_WITHDRAWN,
                    INCIDENT_STEP,
                    ANOMALY_CLOSED,
                    TODAY_CHANGED,
                    NOTE_CHANGED,
                    FORM_DRAFTED,
                    SHEET_CHANGED,
                    FLAG_CHANGED,
                    FAVOURITE_CHANGED,
                    UNLINKED,
                    TIE_REFUSED,
                    CARD_ENDED,
                    EMERGENCY_CODE_ENDED,
                    NOTICE_CHANGED,
                    NOTICE_POSTED,
                    RELATION_ENDED,
                    PROXY_AGREED,
                    PROXY_ENDED,
                    DEATH_TAKEN_BACK,
                    EMERGENCY_EXPLAINED,
                    EMERGENCY_HANDOVER_ENDED,
                    AREA_COPY_AGREED,
                    EMERGENCY_MISTAKEN,
                    EMERGENCY_REVIEWED,
                    DISASTER_LOOK_CHOSEN,
                    SUPPORT_SAID,
                    SHELTER_ENTERED,
                    QUARANTINE_RELEASED,
                    QUARANTINE_DISCARDED,
                    QUARANTINE_RESTORED,
                    NUMBER_REVIEW_DECIDED,
                    NUMBER_REVIEW_UNDONE,
                    FILE_MENDED,
                    LAB_LAYOUT_CHANGED,
                    DOUBLES_PROPOSED,
                    DOUBLES_WITHDRAWN,
                    DOUBLES_HIDDEN,
                    DOUBLES_SHOWN,
                    DOUBLES_DIFFERENT,
                    DOUBLES_REOPENED,
                    FILE_NAMED,
                    CARD_MOVED,
                    CARD_BATCH_CLOSED,
                    CARD_DATA_CHANGED,
                    SUBJECT_REQUEST,
                    IDENTITY_FED,
                    RECORD_EXPLAINED -> EventKind.UPDATE;
            case KEYS_ERASED, ERASED, CONSENT_PAPER_REMOVED -> EventKind.DELETE;
            case PATIENTS_EXPORTED,
                    SUPPORT_EXPORTED,
                    ORIGINALS_GIVEN_BACK,
                    STANDBY_COPY,
                    CARD_FILE_TAKEN,
                    AREA_COPY_HANDED,
                    DAY_COPY_HANDED,
                    THIRD_PARTY_EXPORTED -> EventKind.EXPORT;
            case FILE_SENT, RESIDENT_LIST -> EventKind.IMPORT;
            case EXPOSURE_ASKED,
                    EXPOSURE_NAMED,
                    THIRD_PARTY_SHOWN,
                    ANOMALIES_LISTED,
                    ANOMALY_SHOWN,
                    ANOMALIES_EXPORTED -> EventKind.LOG_USED;
            case READING_ALERTED, ANOMALY_FOUND -> EventKind.ALERT;
            case CHART_REFUSED, PAGE_REFUSED, EMERGENCY_REFUSED, RECORDS_RECEIVED_REFUSED, QUERY_REFUSED ->
                EventKind.RESTRICTED;
            case MACHINE_REFUSED -> EventKind.NODE_REFUSED;
            case EMERGENCY_OPENED, EMERGENCY_RENEWED, EMERGENCY_WIDENED -> EventKind.OVERRIDE_BEGUN;
            case EMERGENCY_ENDED -> EventKind.OVERRIDE_ENDED;
            case FACILITY_DESCRIBED, FACILITY_LEAVES, SUCCESSION, EXCHANGE_CHANGED -> EventKind.NETWORK_CHANGED;
            case LAUNCH_KEY,
                    ANOMALY_RULE_SET,
                    FACILITY_CERTIFICATE,
                    KEY_ROTATED,
                    KEY_ERASURE_ASKED,
                    KEY_ERASURE_ANSWERED,
                    OPENID_CLIENT_CHANGED,
                    OPENID_KEY_CHANGED,
                    EMERGENCY_CODE_KEY_CHANGED,
                    CREW_SHIFT_CHANGED,
                    DISASTER_CHANGED,
                    IDENTITY_PROVIDER_CHANGED,
                    AUDIT_FEED_STOPPED,
                    AUDIT_FEED_RESUMED -> EventKind.SECURITY_CHANGED;
            case CONSENT_RECORDED,
                    CONSENT_WITHDRAWN,
                    DISCLOSURE_STOPPED,
                    DISCLOSURE_RESUMED,
                    RESUMPTION_PROPOSED,
                    RESUMPTION_REFUSED,
                    RULE_CHANGED,
                    PROTECTED,
                    PROTECTION_END_ASKED,
                    PROTECTION_ENDED -> EventKind.ACCESS_CHANGED;
            case EXCHANGE_RIGHT -> EventKind.ROLES_CHANGED;
            case PASSKEY_ADDED,
                    PASSKEY_ENDED,
                    IDENTITY_TIED,
                    LETTER_CODE_ISSUED,
                    OWN_PASSWORD_CHOSEN,
                    STAFF_CHANGED,
                    SIGN_IN_CERTIFICATE,
                    SIGN_IN_RENEWAL -> EventKind.USERS_CHANGED;
            case SETUP, ORIGINALS_REFILED, AUDIT_FEED_HASTENED -> EventKind.RUN;
        };
    }

    /// How it ended. Somebody who refuses what another one asked for has succeeded.
    public static EventVerdict verdict(Trace trace) {
        if (IN_VAIN.contains(new Result(trace.action(), trace.outcome()))) {
            return MINOR_FAILURE;
        }
        return switch (of(trace)) {
            case RESTRICTED, NODE_REFUSED -> SERIOUS_FAILURE;
            case LOGIN ->
                trace.action() == Action.SIGN_IN_REFUSED || trace.action() == Action.CERTIFICATE_REFUSED
                        ? MINOR_FAILURE
                        : SUCCESS;
            case READ, QUERY -> missed(trace) ? MINOR_FAILURE : SUCCESS;
            case LOGOUT,
                    CREATE,
                    UPDATE,
                    DELETE,
                    EXPORT,
                    IMPORT,
                    LOG_USED,
                    ALERT,
                    OVERRIDE_BEGUN,
                    OVERRIDE_ENDED,
                    NETWORK_CHANGED,
                    SECURITY_CHANGED,
                    ACCESS_CHANGED,
                    ROLES_CHANGED,
                    USERS_CHANGED,
                    RUN -> SUCCESS;
        };
    }

    /// A chart that a facility's system could not open, a card or number that is nobody's.
    private static boolean missed(Trace trace) {
        var action = trace.action();
        return action == Action.CHART_BROKEN_OFF
                || action == Action.CHART_LAUNCHED && !trace.outcome().equals("opens")
                || (action == Action.CARD_READ || action == Action.NUMBER_TYPED) && NOBODY.contains(trace.outcome());
    }
}
