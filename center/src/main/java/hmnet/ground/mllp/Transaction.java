package hmnet.ground.mllp;

import java.util.Set;

/// One conversation that is held over this port (電文の取引), such as ITI-8. What it throws is answered with
/// AR, and the sender sends again.
public interface Transaction {
    /// Which messages it takes: `ADT^A08`, or `ORU` for whatever event of a type no other transaction takes. No two
    /// take the same.
    Set<String> types();

    /// Whether a sender that asks for the enhanced mode (MSH-15, MSH-16) gets it. Transactions of IHE are answered in
    /// the original one (ITI TF-2 Appendix C).
    default boolean speaksEnhanced() {
        return false;
    }

    Reply answer(Telegram telegram);
}
