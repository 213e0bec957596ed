package hmnet.exchange.telegrams;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether a message speaks of the sender's own numbers (自施設の番号の確認): each PID-3 and MRG-1 names one,
/// and none that another facility gives. Numbers of those nobody knows here (an insurer, say) may stand
/// beside it.
@Component
public class OwnNumbers {
    private final Domains domains;

    OwnNumbers(Domains domains) {
        this.domains = domains;
    }

    public Optional<Fault> objection(Caller caller, Message message) {
        var pids = message.all("PID");
        if (pids.isEmpty()) {
            return Optional.of(new Fault("PID", Hl7ErrorCode.SEGMENT_SEQUENCE, "PID is missing"));
        }
        var own = domains.of(caller.facility());
        var faults = new ArrayList<Fault>();
        pids.forEach(pid -> fault(pid, 3, own).ifPresent(faults::add));
        message.all("MRG").forEach(merged -> fault(merged, 1, own).ifPresent(faults::add));
        return faults.stream().findFirst();
    }

    private Optional<Fault> fault(Segment segment, int field, Domain own) {
        var where = segment.name() + "^1^" + field;
        var givers = new ArrayList<AssigningAuthority>();
        for (var n = 1; n <= segment.repetitions(field); n++) {
            if (!segment.text(field, n, 1).isBlank()) {
                givers.add(AssigningAuthority.of(segment, field, n));
            }
        }
        if (givers.isEmpty()) {
            return Optional.of(new Fault(where, Hl7ErrorCode.REQUIRED_FIELD, "No patient number"));
        }
        var foreign = domains.objectionable(
                givers.stream()
                        .map(assigningAuthority -> assigningAuthority.name(domains))
                        .toList(),
                own);
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        where + "^" + givers.get(foreign.getAsInt()).repetition() + "^4",
                        Hl7ErrorCode.UNKNOWN_KEY,
                        "Not a number the sender gives"));
    }
}
