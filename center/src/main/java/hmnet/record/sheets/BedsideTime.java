package hmnet.record.sheets;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time of Japan (日本の時刻), as every clock at a bedside tells it, wherever the centre runs.
public final class BedsideTime {
    public static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private BedsideTime() {}

    /// As FHIR writes a dateTime.
    public static String moment(OffsetDateTime at) {
        return at.withOffsetSameInstant(JAPAN).format(MOMENT);
    }

    /// A dateTime of FHIR in this time; what is no moment, such as a day alone, as it is.
    public static String here(String moment) {
        try {
            return moment.indexOf('T') < 0 ? moment : moment(OffsetDateTime.parse(moment));
        } catch (DateTimeException none) {
            return moment;
        }
    }
}
