package hmnet.care.notes;

import java.util.Arrays;
import java.util.Optional;

/// What was done to a note or a flag (院内の覚えへの操作). Its word is sealed with the row and never changes.
enum StaffAct {
    WRITTEN("written"),
    CHANGED("changed"),
    WITHDRAWN("withdrawn");

    private final String word;

    StaffAct(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<StaffAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
