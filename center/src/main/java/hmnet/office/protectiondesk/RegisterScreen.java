package hmnet.office.protectiondesk;

import java.time.LocalDate;
import java.util.List;

/// The office's list of those who are protected (保護対象者の台帳).
record RegisterScreen(List<ProtectionLine> lines) {
    /// @param endingAsked whether somebody asked to end it: a second person decides
    /// @param staffGone whether a member of staff who was named works elsewhere by now
    public record ProtectionLine(
            String path, String name, String kana, LocalDate since, boolean endingAsked, boolean staffGone) {}
}
