package hmnet.formats.fhirfile;

import hmnet.formats.base.hl7.Hl7Time;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Points in time as FHIR writes them (日時): as precise as they are, in Japan where no zone is said.
final class FhirTime {
    /// Where each type says when it was so, in the order of preference.
    private static final String[] PATHS = {
        "effectiveDateTime",
        "effectivePeriod.start",
        "effectiveInstant",
        "onsetDateTime",
        "onsetPeriod.start",
        "whenHandedOver",
        "whenPrepared",
        "occurrenceDateTime",
        "performedDateTime",
        "performedPeriod.start",
        "authoredOn",
        "period.start",
        "started",
        "recordedDate",
        "date",
        "created",
        "issued",
        "collection.collectedDateTime",
        "dateAsserted",
        "sent",
        "dateTime",
        "content.attachment.creation",
        "authored",
        "meta.lastUpdated"
    };

    /// Where nobody said when.
    static final OffsetDateTime EPOCH = LocalDate.EPOCH.atStartOfDay().atOffset(Hl7Time.JAPAN);

    private FhirTime() {}

    static @Nullable OffsetDateTime at(String text) {
        try {
            if (text.length() > 10 && text.charAt(10) == 'T') {
                boolean zone = text.endsWith("Z") || text.indexOf('+', 11) > 0 || text.indexOf('-', 11) > 0;
                var at = OffsetDateTime.parse(zone ? text : text + "+09:00");
                return at.withOffsetSameInstant(Hl7Time.JAPAN);
            }
            var day = day(text);
            return day == null ? null : day.atStartOfDay().atOffset(Hl7Time.JAPAN);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The day, the first of a month or year where no more was said; null for none.
    static @Nullable LocalDate day(String text) {
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> LocalDate.parse(text + "-01");
                default -> text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    static @Nullable OffsetDateTime of(Resource resource) {
        for (var path : PATHS) {
            var at = at(resource.text(path));
            if (at != null && at.getYear() > 1850 && at.getYear() < 2200) {
                return at;
            }
        }
        return null;
    }
}
