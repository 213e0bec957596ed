package hmnet.consent.subjectrequests;

import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request at the desk that answers it (開示等の請求の一件の画面).
///
/// @param holder who answers; null for the office
/// @param late whether its term is over
/// @param elsewhere to whom it can be given; an empty value is the office
public record RequestScreen(
        SubjectRequest request,
        String name,
        LocalDate birth,
        @Nullable String holder,
        boolean late,
        List<HolderChoice> elsewhere,
        @Nullable String told,
        TypedForm form) {
    public static final List<String> OUTCOMES = List.of("granted", "partly", "refused");
    public static final List<RefusalGround> GROUNDS = List.of(RefusalGround.values());
}
