package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.notices.ConsentNotices.WaitingNotice;
import hmnet.ground.design.TypedForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of the notice (説明の版の画面).
///
/// @param given how many agree now
/// @param answered how many of them said so under a version that asks nobody anew
/// @param earlier how many agree under versions that are not ours, as of a network before
/// @param notPosted names of facilities that have not said that today's version hangs there
public record NoticesScreen(
        ConsentNotice now,
        List<NoticeLine> lines,
        List<WaitingNotice> waiting,
        long given,
        long answered,
        long earlier,
        List<String> notPosted,
        TypedForm form,
        @Nullable String problem,
        @Nullable String done) {
    /// @param given how many agree now and said so under it
    public record NoticeLine(ConsentNotice notice, long given, boolean inForce) {}
}
