package hmnet.care.viewer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The band that says whose chart this is, on every page of it (患者バナー).
///
/// @param sex `male`, `female`, `other` or `unknown`
/// @param consent how the chart was opened: `network`, `disclosure-card` or `emergency`
/// @param consentedOn since when that consent holds
/// @param shownAt when it was opened: paper says so, and by whom
public record PersonBanner(
        String name,
        String kana,
        LocalDate birth,
        int age,
        String sex,
        List<AllergyNote> allergies,
        String consent,
        @Nullable LocalDate consentedOn,
        List<FeedNote> feeds,
        List<ClosedKind> closed,
        OffsetDateTime shownAt) {}
