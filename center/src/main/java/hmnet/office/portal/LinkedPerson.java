package hmnet.office.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person linked to the requester's facility (連携済みの方).
///
/// @param path the chart's address; null for one who links people but opens no charts
/// @param town 市町村 and 町名, no more; empty for a protected person, except to those who treat them
/// @param holdings what there is to see; null for one who opens no charts, and of a chart that stays closed
/// @param closed why the chart stays closed, or null; of one who opens no charts whether there is no consent
record LinkedPerson(
        @Nullable String path,
        String name,
        String kana,
        LocalDate birth,
        int age,
        String sex,
        String town,
        @Nullable Holdings holdings,
        @Nullable String closed) {}
