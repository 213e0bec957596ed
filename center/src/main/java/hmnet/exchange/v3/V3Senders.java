package hmnet.exchange.v3;

import hmnet.exchange.callers.Admission;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Admittance;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import org.springframework.stereotype.Component;

/// Whose message it is (送信者の確認, HL7 V3): the sender's device, or the organization it stands for, must
/// be the facility whose certificate was shown: its object identifier, one below it, or a name it registered;
/// and the facility must have the right to come for this.
@Component
public class V3Senders {
    private final Callers callers;
    private final SenderNames names;

    V3Senders(Callers callers, SenderNames names) {
        this.callers = callers;
        this.names = names;
    }

    /// @param transaction as the profile calls it, such as `ITI-45`
    public Admittance admit(V3Message message, TransactionGroup transactionGroup, String transaction) {
        if (!names.areOf(message.facility(), message.device(), message.senders())) {
            return new Admittance.Refused(new Fault(
                    "/" + message.payload().local() + "/sender/device/id/@root",
                    Hl7ErrorCode.TABLE_VALUE,
                    "Not the facility whose certificate is shown"));
        }
        return switch (callers.admit(message.facility(), transactionGroup, transaction)) {
            case Admission.Admitted(var caller) -> new Admittance.Admitted(caller);
            case Admission.Refused() ->
                new Admittance.Refused(
                        new Fault("", Hl7ErrorCode.INTERNAL, "No right to " + transaction + " was granted"));
        };
    }
}
