package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What ORCA answered (応答): its name, its result, when.
///
/// @param name of the outer element such as `disease_infores`; of a form its `Form_ID`
/// @param body what is inside
record Reply(String name, Node body) {
    static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /// Its own word for how it went: zeros alone are success, `K` success with a remark, `E` an error, `S` a
    /// choice to be made, `W` a warning to be answered.
    String result() {
        return body.said("Api_Result");
    }

    boolean isReply() {
        return !result().isEmpty();
    }

    boolean succeeded() {
        var result = result();
        return result.startsWith("K") || !result.isEmpty() && result.chars().allMatch(c -> c == '0');
    }

    /// A step of a dialogue that goes on: nothing has been registered yet.
    boolean goesOn() {
        var next = body.said("Response_Number");
        return !next.isEmpty() && !next.chars().allMatch(c -> c == '0');
    }

    OffsetDateTime at() {
        return at("Information_Date", "Information_Time")
                .or(() -> at("Print_Date", "Print_Time"))
                .or(() -> at("Perform_Date", "Perform_Time"))
                .orElse(OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, JAPAN));
    }

    String version() {
        return at().format(VERSION);
    }

    private Optional<OffsetDateTime> at(String date, String time) {
        var day = day(body.said(date));
        return day == null ? Optional.empty() : Optional.of(at(day, body.said(time)));
    }

    static OffsetDateTime at(LocalDate day, String time) {
        try {
            return day.atTime(time.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(time))
                    .atOffset(JAPAN);
        } catch (DateTimeParseException e) {
            return day.atStartOfDay().atOffset(JAPAN);
        }
    }

    /// `2017-10-31`, or the first of the month for `2017-10`; null for anything else, also for the open end
    /// 9999-12-31.
    static @Nullable LocalDate day(String text) {
        try {
            var whole = text.length() == "2017-10".length() ? text + "-01" : text;
            return whole.isEmpty() || whole.startsWith("9999") ? null : LocalDate.parse(whole);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
