package hmnet.record.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk of files that could not be filed (取込の保留), by facility, for an operator who picks up the phone.
///
/// @param done `retried` or `discarded`, what was just done, or null
/// @param waiting how many files are still to be read, so that an empty desk is not taken for a finished one
/// @param unexamined how many of these wait until a scanner or an examiner has looked at them
record QuarantineScreen(@Nullable String done, long waiting, long unexamined, List<Sender> senders) {
    /// A facility and what of its files waits.
    ///
    /// @param held how many of its files wait
    /// @param files the newest of them
    /// @param again reasons for which several are held, each of which may be read again at once
    public record Sender(
            long id,
            String facility,
            String code,
            String phone,
            long held,
            List<QuarantineLine> files,
            List<Again> again) {}

    /// Several files of one sender, held for one reason.
    public record Again(String code, String reason, long files) {}

    /// One file.
    ///
    /// @param id its inbox number
    /// @param reason what is wrong, in the operator's words
    /// @param say the sentence to say on the phone
    public record QuarantineLine(
            String id, String path, OffsetDateTime receivedAt, long sizeBytes, String reason, String say) {}

    public long files() {
        return senders.stream().mapToLong(Sender::held).sum();
    }
}
