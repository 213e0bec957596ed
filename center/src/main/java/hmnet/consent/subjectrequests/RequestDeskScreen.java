package hmnet.consent.subjectrequests;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk of requests (開示等の請求の窓口の画面).
///
/// @param told a word of what was just done, or null
/// @param waiting what this desk answers, the most urgent first
/// @param tallies what waits at facilities, for the office; else none
/// @param subjects who was found and can be chosen
/// @param holders who can answer for whoever was found, besides the desk itself
/// @param form what was typed
public record RequestDeskScreen(
        @Nullable String problem,
        @Nullable String told,
        List<WaitingRequest> waiting,
        List<HolderLine> tallies,
        List<RequestSubject> subjects,
        List<HolderChoice> holders,
        TypedForm form) {
    public static final List<String> ASKED_BY = TakenForm.ASKED_BY;
    public static final List<String> CHECKS = TakenForm.CHECKS;

    /// @param late whether its term is over
    public record WaitingRequest(
            String id, String name, RequestKind kind, LocalDate receivedOn, LocalDate dueOn, boolean late) {}

    public record HolderLine(String name, long open, long late) {}

    /// @param ticket the proof that this page found them
    public record RequestSubject(String name, String kana, LocalDate birth, String ticket) {}

    /// @param value the facility's number
    public record HolderChoice(String value, String name) {}
}
