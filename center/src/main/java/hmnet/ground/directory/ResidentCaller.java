package hmnet.ground.directory;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks: a resident, signed in with their own account (本人). Never a `Requester`: the two open different routes,
/// also where one human has both. Made from the resident's own session alone.
///
/// @param person whose page it is: the account's own, or whom the account represents now
/// @param representation how the account comes to that page, or null where it is its own
public record ResidentCaller(
        long account, UUID person, @Nullable Representation representation) {
    /// The word that stands in the log for who looked on another's behalf.
    public static final String PROXY_WORD = "proxy";

    private static final String OWN = "own";

    /// The word that stands in the log where a member of staff has a profession.
    public static final String WORD = "resident";

    public ResidentCaller(long account, UUID person) {
        this(account, person, null);
    }

    /// By which right somebody has another's page open (代理).
    ///
    /// @param kinds mask of the kinds of record they may read of the chart
    /// @param until the moment at which it ends by itself
    public record Representation(long proxy, boolean sees, boolean decides, long kinds, Instant until) {}

    public boolean sees() {
        return representation == null || representation.sees();
    }

    public boolean decides() {
        return representation == null || representation.decides();
    }

    /// Whether anything of the chart opens to them.
    public boolean reads() {
        return representation == null || representation.kinds() != 0;
    }

    /// Whose page it is, as a form says it back: what was begun for one person is never done for another.
    public String whose() {
        return representation == null ? OWN : Long.toString(representation.proxy());
    }

    /// Whether a form was shown for this page. One that does not say counts as shown for oneself.
    public boolean isShownFor(@Nullable String whose) {
        return whose().equals(whose == null ? OWN : whose);
    }

    public Actor.ResidentAccount actor() {
        return Actor.resident(account);
    }

    /// What was done about the person whose page it is, by themselves or a proxy, as it stands in the log.
    public Trace did(Action action, String outcome) {
        var trace = Trace.of(action, actor(), outcome).about(person);
        return representation == null
                ? trace.as(WORD)
                : trace.as(PROXY_WORD).with("proxy", Long.toString(representation.proxy()));
    }
}
