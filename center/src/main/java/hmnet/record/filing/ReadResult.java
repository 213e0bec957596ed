package hmnet.record.filing;

import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.hl7v2.adt.IdentityMessage;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import java.time.Duration;
import java.util.List;

/// The result of reading a waiting file (読取り結果).
sealed interface ReadResult {
    WaitingFile waiting();

    /// It can be taken in, and this is what had to be put right.
    sealed interface Good extends ReadResult {
        List<Repair> repairs();
    }

    /// A message of the facility's identity feed is understood.
    ///
    /// @param items what it tells of the patient's care
    record Heard(WaitingFile waiting, IdentityMessage message, List<Understood> items) implements Good {
        @Override
        public List<Repair> repairs() {
            return message.repairs();
        }
    }

    /// One source item of one patient is understood.
    record Understood(WaitingFile waiting, Item item, List<Repair> repairs) implements Good {}

    /// A file of any format is understood: an item for each patient in it.
    record Several(WaitingFile waiting, List<Understood> items, List<Repair> repairs) implements Good {}

    /// It waits for the patient's own demographics.
    record Parked(WaitingFile waiting, Duration patience) implements ReadResult {}

    /// It waits for a scanner that gave no answer.
    record Unexamined(WaitingFile waiting) implements ReadResult {}

    /// It was not there when the others of its batch were examined: the next batch has it.
    record NotSeen(WaitingFile waiting) implements ReadResult {}

    /// A human has to look at it.
    record Refused(WaitingFile waiting, String reason, String detail) implements ReadResult {}
}
