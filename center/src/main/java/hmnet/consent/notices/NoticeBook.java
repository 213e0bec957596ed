package hmnet.consent.notices;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All versions that two agreed to, answering which one holds (説明の版の一覧).
///
/// @param notices the oldest first
public record NoticeBook(List<ConsentNotice> notices) {
    public NoticeBook(List<ConsentNotice> notices) {
        this.notices = notices.stream()
                .sorted(Comparator.comparing(ConsentNotice::effectiveOn).thenComparing(ConsentNotice::version))
                .toList();
    }

    /// What is explained on a day.
    public ConsentNotice inForce(LocalDate day) {
        return notices.stream()
                .filter(notice -> !notice.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("The centre begins with a notice"));
    }

    /// What somebody is asked anew under, who agreed under another version; nothing where nobody asks. A version that
    /// is
    /// not ours, as of a network before, is older than all.
    public Optional<ConsentNotice> asked(String saidUnder, LocalDate day) {
        var now = inForce(day);
        var at = notices.stream().map(ConsentNotice::version).toList();
        var since = at.indexOf(saidUnder) + 1;
        var until = at.indexOf(now.version()) + 1;
        return since < until && notices.subList(since, until).stream().anyMatch(ConsentNotice::asksAnew)
                ? Optional.of(now)
                : Optional.empty();
    }
}
