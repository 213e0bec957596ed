package hmnet.exchange.telegrams;

import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Telegram;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whose message it is (送信者の確認): MSH-4 must name the facility whose certificate was shown, by its code,
/// its object identifier or a name it registered; and the facility must have the right to come for this.
@Component
public class Senders {
    private final Callers callers;
    private final SenderNames names;

    Senders(Callers callers, SenderNames names) {
        this.callers = callers;
        this.names = names;
    }

    /// @param transaction as the profile calls it, such as `ITI-9`
    public Admittance admit(Telegram telegram, TransactionGroup transactionGroup, String transaction) {
        var objection = objection(telegram);
        if (objection.isPresent()) {
            return new Admittance.Refused(objection.get());
        }
        return switch (callers.admit(telegram.facility(), transactionGroup, transaction)) {
            case Admission.Admitted(var caller) -> new Admittance.Admitted(caller);
            case Admission.Refused() ->
                new Admittance.Refused(
                        new Fault("", Hl7ErrorCode.INTERNAL, "No right to " + transaction + " was granted"));
        };
    }

    private Optional<Fault> objection(Telegram telegram) {
        var header = telegram.message().header();
        if (!header.has(4) && header.text(4, 2).isEmpty()) {
            return Optional.of(new Fault("MSH^1^4", Hl7ErrorCode.REQUIRED_FIELD, "The sending facility is missing"));
        }
        return names.areOf(telegram.facility(), header.text(3, 1), List.of(header.text(4, 1), header.text(4, 2)))
                ? Optional.empty()
                : Optional.of(new Fault(
                        "MSH^1^4", Hl7ErrorCode.TABLE_VALUE, "Not a name of the facility whose certificate is shown"));
    }
}
