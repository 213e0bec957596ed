package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;

/// A step of a stay in the hospital (入院中の移動・予定).
///
/// @param visit where the patient is; of a move that was done, where they came to
/// @param at when it happened or is to happen
/// @param plannedWard where they will lie, empty when that is not planned
public record StayStep(Visit visit, OffsetDateTime at, String plannedWard) {
    /// Which step, with the messages that insert and delete it.
    public enum StayStepKind {
        /// 担当医の変更 (ADT-01).
        DOCTOR("ADT^A54^ADT_A54", "ADT^A55^ADT_A52"),
        /// 入院予定 (ADT-21).
        ADMISSION_PLANNED("ADT^A14^ADT_A05", "ADT^A27^ADT_A21"),
        /// 外出泊実施 (ADT-31).
        LEAVE("ADT^A21^ADT_A21", "ADT^A52^ADT_A52"),
        /// 外出泊帰院 (ADT-32).
        RETURNED("ADT^A22^ADT_A21", "ADT^A53^ADT_A52"),
        /// 転科転棟予定 (ADT-41).
        MOVE_PLANNED("ADT^A15^ADT_A15", "ADT^A26^ADT_A21"),
        /// 転科転棟実施 (ADT-42).
        MOVED("ADT^A02^ADT_A02", "ADT^A12^ADT_A09"),
        /// 退院予定 (ADT-51).
        DISCHARGE_PLANNED("ADT^A16^ADT_A16", "ADT^A25^ADT_A21");

        private final String insertion;
        private final String deletion;

        StayStepKind(String insertion, String deletion) {
            this.insertion = insertion;
            this.deletion = deletion;
        }

        String insertion() {
            return insertion;
        }

        String deletion() {
            return deletion;
        }

        boolean planned() {
            return this == ADMISSION_PLANNED || this == MOVE_PLANNED || this == DISCHARGE_PLANNED;
        }
    }
}
