package hmnet.ground.mllp;

import java.util.Set;

/// One conversation that is held over this port (電文の取引), such as ITI-8. What it throws is answered with
/// AR, and the sender sends again.
public interface Transaction {
    /// Which messages it takes, such as `ADT^A08`; no two take the same.
    Set<String> types();

    Reply answer(Telegram telegram);
}
