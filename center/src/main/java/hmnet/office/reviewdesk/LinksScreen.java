package hmnet.office.reviewdesk;

import hmnet.people.links.LinkSource;
import hmnet.people.patients.MyNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The links of a person's charts (紐付けの確認), for the office.
///
/// @param problem why nobody was found or nothing was taken back, as in `linking.links.problem.…`, or null
/// @param found whom it is about; null before a search
/// @param refused what was typed to take a link back, with what is wrong of it; or null
record LinksScreen(
        @Nullable String problem,
        @Nullable PersonLinks found,
        @Nullable RefusedTakingBack refused) {
    /// A form that is shown again as it was filled in (入力の誤り).
    ///
    /// @param chart whose form it is
    /// @param why never an individual number
    /// @param whyError, noticedError keys of `linking.links.problem.…`, or null
    public record RefusedTakingBack(
            String chart,
            String why,
            String noticed,
            @Nullable String whyError,
            @Nullable String noticedError) {
        /// What is wrong of what was typed; null when nothing is.
        static @Nullable RefusedTakingBack of(String chart, String why, String noticed, LocalDate today) {
            var number = MyNumber.standsIn(why);
            var whyError = number ? "my-number" : why.isBlank() ? "why" : null;
            var noticedError = day(noticed).filter(day -> !day.isAfter(today)).isPresent() ? null : "noticed";
            return whyError == null && noticedError == null
                    ? null
                    : new RefusedTakingBack(chart, number ? "" : why, noticed, whyError, noticedError);
        }

        static Optional<LocalDate> day(String noticed) {
            try {
                return Optional.of(LocalDate.parse(noticed.strip()));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }

    /// A person with their charts.
    public record PersonLinks(
            String path,
            String name,
            String kana,
            LocalDate birth,
            String sex,
            LocalDate today,
            List<LinkedChart> charts,
            List<LinkEventLine> events) {}

    /// A chart that is linked now.
    ///
    /// @param by who made the link, in words
    public record LinkedChart(
            String id,
            String facility,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            OffsetDateTime since,
            LinkSource source,
            @Nullable String by,
            List<String> evidence) {}

    /// A link, unlink or merge.
    ///
    /// @param what as in `linking.links.…`
    /// @param by a name, or null for the matcher, the take-over and the facility itself
    public record LinkEventLine(
            OffsetDateTime at,
            String what,
            String facility,
            String number,
            @Nullable String by,
            LinkSource source) {}
}
