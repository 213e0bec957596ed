package hmnet.consent.subjectrequests;

import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.ground.design.TypedForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a resident has asked for, and a new request (わたしの請求の画面).
///
/// @param lines the newest first
/// @param holders who can be asked: those that hold records, and the office
public record OwnRequestsScreen(
        @Nullable String told, List<OwnRequest> lines, List<HolderChoice> holders, TypedForm form) {
    public static final List<RequestKind> KINDS = List.of(RequestKind.values());
    static final String OFFICE = "office";

    /// @param holder who answers
    public record OwnRequest(SubjectRequest request, String holder) {}
}
