package hmnet.exchange.balp;

import hmnet.exchange.balp.ReportedEvent.ReportedFacility;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.TraceOrigin;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.logs.ExceptionWords;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/// Makes of an event what other systems are told (監査イベントの写像): by the table of actions, with the facility's code.
@Component
public class ReportedEvents {
    private static final Set<String> OF_A_MACHINE = Set.of("transaction", "request", "query", "address");
    private static final Set<String> OF_A_PERSON = Set.of("address");
    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PURPOSE = Pattern.compile("[A-Z]{3,20}");

    private final Facilities facilities;

    ReportedEvents(Facilities facilities) {
        this.facilities = facilities;
    }

    public ReportedEvent of(ExposedEvent event) {
        return of(event, facility(event.trace().facility()));
    }

    static ReportedEvent of(ExposedEvent event, @Nullable ReportedFacility facility) {
        var trace = event.trace();
        var detail = trace.detail();
        var machine = detail.containsKey("transaction");
        return new ReportedEvent(
                event.id(),
                event.at(),
                ActionKinds.of(trace),
                trace.action().word(),
                ActionKinds.verdict(trace),
                VisibleText.of(ExceptionWords.masked(trace.outcome())),
                PURPOSE.matcher(trace.purpose()).matches() ? trace.purpose() : "",
                trace.actor(),
                VisibleText.of(trace.profession()),
                facility,
                origin(event.origin(), detail.getOrDefault("address", "")),
                trace.person(),
                VisibleText.of(detail.getOrDefault("transaction", "")),
                machine ? request(detail.getOrDefault("request", "")) : "",
                machine ? detail.getOrDefault("query", "") : "",
                SentDetails.of(detail, machine ? OF_A_MACHINE : OF_A_PERSON));
    }

    /// A caller may write anything there. What is no id is not sent.
    private static String request(String written) {
        return REQUEST.matcher(written).matches() ? written : written.isEmpty() ? "" : SentDetails.LEFT_OUT;
    }

    /// Events of before knew the address as a detail alone.
    private static TraceOrigin origin(TraceOrigin known, String address) {
        return known.address().isEmpty()
                ? new TraceOrigin(TraceOrigin.address(address).orElse(""), known.credential())
                : known;
    }

    /// A facility that the register does not know stands with its number: the event is told all the same.
    private @Nullable ReportedFacility facility(long number) {
        if (number == 0) {
            return null;
        }
        try {
            var known = facilities.get(new FacilityId(number));
            return new ReportedFacility(VisibleText.of(known.code()), VisibleText.of(known.name()));
        } catch (EmptyResultDataAccessException unknown) {
            return new ReportedFacility("#" + number, "");
        }
    }
}
