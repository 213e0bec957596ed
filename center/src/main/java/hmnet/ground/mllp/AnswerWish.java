package hmnet.ground.mllp;

import hmnet.formats.base.hl7.Message;

/// Which answers a sender wants (応答モード; HL7 2.5 §2.9.3): in the original mode one; in the enhanced mode, which MSH-15
/// or MSH-16 asks for, one that a message was taken and one of what was done, each only where it is wanted.
///
/// @param accept MSH-15
/// @param application MSH-16
record AnswerWish(String accept, String application) {
    static AnswerWish of(Message message) {
        return new AnswerWish(message.header().text(15), message.header().text(16));
    }

    boolean isEnhanced() {
        return !accept.isEmpty() || !application.isEmpty();
    }

    boolean wantsAccept(boolean good) {
        return wants(accept, good);
    }

    boolean wantsApplication(boolean good) {
        return wants(application, good);
    }

    private static boolean wants(String condition, boolean good) {
        return switch (condition) {
            case "", "NE" -> false;
            case "ER" -> !good;
            case "SU" -> good;
            // From outside: table 0155, AL and what is not in it. An answer too many does no harm.
            default -> true;
        };
    }
}
