package hmnet.exchange.balp;

import hmnet.exchange.callers.Domains;
import hmnet.ground.audit.Actor;
import hmnet.ground.transparency.AuditSettings;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Under which systems the network's own numbers and words stand in events that leave it (監査イベントの番号体系).
@Component
public class AuditNames {
    private static final int STAFF = 4;
    private static final int ACCOUNTS = 5;
    private static final int WORDS = 6;
    private static final int PERSONS = 7;
    private static final int FACILITIES = 8;
    private static final int CREDENTIALS = 9;

    private final IntFunction<String> systems;
    private final String origin;

    @Autowired
    AuditNames(Domains domains, AuditSettings settings) {
        this(domains::system, settings.origin());
    }

    AuditNames(IntFunction<String> systems, String origin) {
        this.systems = systems;
        this.origin = origin;
    }

    /// A number or word and whose it is.
    public record NamedValue(String system, String value) {}

    /// The log's own name.
    public String origin() {
        return origin;
    }

    /// The centre's name in the network.
    public String host() {
        var slash = origin.indexOf('/');
        return slash < 0 ? origin : origin.substring(0, slash);
    }

    /// Actions, outcomes, professions and names of details.
    public String words() {
        return systems.apply(WORDS);
    }

    public String persons() {
        return systems.apply(PERSONS);
    }

    public String facilities() {
        return systems.apply(FACILITIES);
    }

    /// Certificates and sign-ins, by their marks.
    public String credentials() {
        return systems.apply(CREDENTIALS);
    }

    /// Who acts.
    public NamedValue of(Actor actor, String facility) {
        return switch (actor) {
            case Actor.StaffMember(var number) -> new NamedValue(systems.apply(STAFF), Long.toString(number));
            case Actor.ResidentAccount(var number) -> new NamedValue(systems.apply(ACCOUNTS), Long.toString(number));
            case Actor.FacilityMachine machine -> new NamedValue(facilities(), facility);
            case Actor.Centre centre -> new NamedValue(words(), origin);
        };
    }
}
