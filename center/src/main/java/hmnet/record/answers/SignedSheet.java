package hmnet.record.answers;

import hmnet.record.sheets.BedsideTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A filled sheet as it is signed off (署名する帳票): whose, by whom, when, and which earlier one it takes the place of.
///
/// @param chartSystem of the number under which the source knows the person
/// @param author in words, with profession and facility
/// @param id the same for an amended one as for what it amends
/// @param amends whether it takes the place of an earlier one
public record SignedSheet(
        SheetFilling filling,
        String chartSystem,
        String chartNumber,
        String author,
        UUID id,
        OffsetDateTime at,
        boolean amends,
        Map<String, String> resources) {
    /// The system of the numbers of sheets that are signed here.
    public static final String SYSTEM = "urn:hmnet:sheet";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    /// When it was signed, as FHIR writes it.
    String moment() {
        return at.withOffsetSameInstant(BedsideTime.JAPAN).format(MOMENT);
    }

    /// What is asked and answered, or has below it what is.
    boolean says(FilledItem one) {
        return filling.asked().contains(one.path())
                && (one.isAnswered() || below(one).anyMatch(this::says));
    }

    private static Stream<FilledItem> below(FilledItem one) {
        return one.groups().stream().flatMap(java.util.List::stream);
    }
}
