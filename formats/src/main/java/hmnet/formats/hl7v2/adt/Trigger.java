package hmnet.formats.hl7v2.adt;

import hmnet.formats.base.hl7.BadMessage;

/// Why an identity message was sent (トリガーイベント), as far as it tells who somebody is.
public enum Trigger {
    A01,
    A02,
    A03,
    A04,
    A05,
    A08,
    A28,
    A31,
    /// Two numbers are one patient, linked without either giving way.
    A24,
    /// That is taken back.
    A37,
    /// One number is merged into another.
    A34,
    A36,
    A40,
    /// A number is replaced by another.
    A47;

    static Trigger of(String type, String event) throws BadMessage {
        for (var trigger : values()) {
            if (type.equals("ADT") && trigger.name().equals(event)) {
                return trigger;
            }
        }
        throw new BadMessage("message-type", type + "^" + event);
    }

    /// Whether its PID tells the patient's demographics. In the others it may hold nothing but the number.
    boolean tells() {
        return switch (this) {
            case A01, A02, A03, A04, A05, A08, A28, A31 -> true;
            case A24, A37, A34, A36, A40, A47 -> false;
        };
    }

    boolean pairs() {
        return this == A24 || this == A37;
    }
}
