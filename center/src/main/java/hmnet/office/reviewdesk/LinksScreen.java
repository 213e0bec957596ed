package hmnet.office.reviewdesk;

import hmnet.people.links.LinkSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The links of a person's charts (紐付けの確認), for the office.
///
/// @param problem why nobody was found or nothing was taken back, as in `linking.links.problem.…`, or null
/// @param found whom it is about; null before a search
record LinksScreen(@Nullable String problem, @Nullable PersonLinks found) {
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
