package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.model.chart.CareStatus;
import java.util.List;

/// What became of an order, as ORC says it (オーダの状態の電文化): ORC-1, ORC-5 and why.
record OrderWords(String control, String status, String reason) {
    static OrderWords of(CareStatus said, String what, List<Note> notes) {
        return switch (said.state()) {
            case ACTIVE -> new OrderWords("NW", "", said.reason());
            case STOPPED -> new OrderWords("DC", "", said.reason());
            case ON_HOLD -> new OrderWords("HD", "", said.reason());
            case CANCELLED -> new OrderWords("NW", "CA", said.reason());
            case PLANNED -> new OrderWords("NW", "SC", said.reason());
            case PARTIAL, NOT_DONE, REFUSED -> new OrderWords("NW", "", "");
            case DRAFT, IN_PROGRESS, PROHIBITED, REFUTED, ENDED, UNKNOWN -> {
                notes.add(Note.info("element-left-out", 0, "status", said.words() + " " + what));
                yield new OrderWords("NW", "", said.reason());
            }
        };
    }
}
