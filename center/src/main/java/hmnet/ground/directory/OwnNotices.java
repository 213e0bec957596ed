package hmnet.ground.directory;

import hmnet.ground.design.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody is told of their own account on the entry page (本人へのお知らせ).
public interface OwnNotices {
    List<OwnNotice> of(Requester by, Messages m);

    /// One notice.
    ///
    /// @param urgent whether somebody has to look at it now
    /// @param objection where to say that it is wrong, or null
    /// @param objectionWord the words of that button, or null
    record OwnNotice(
            String words,
            boolean urgent,
            @Nullable String objection,
            @Nullable String objectionWord) {}
}
