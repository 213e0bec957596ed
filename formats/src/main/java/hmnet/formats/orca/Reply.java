package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What ORCA answered (応答): its name, its result, when.
///
/// @param name of the outer element such as `disease_infores`; of a form its `Form_ID`
/// @param body what is inside
record Reply(String name, Node body) {
    static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /// Its own word for how it went: zeros alone are success, `K` success with a remark, `W` success with
    /// warnings where it says that all is done, `E` an error, `S` a choice to be made.
    String result() {
        return body.said("Api_Result");
    }

    boolean isReply() {
        return !result().isEmpty();
    }

    boolean succeeded() {
        var result = result();
        return result.startsWith("K") || isDoneWithWarning() || isPlain();
    }

    /// Success without a remark.
    boolean isPlain() {
        return !result().isEmpty() && result().chars().allMatch(c -> c == '0');
    }

    /// `W00`, 「登録終了」, 「処理終了」: registered, and something is to be looked at. A warning that does not say
    /// that it is done waits for an answer.
    boolean isDoneWithWarning() {
        return result().startsWith("W")
                && (result().substring(1).chars().allMatch(c -> c == '0')
                        || body.said("Api_Result_Message").contains("終了"));
    }

    /// What it says beside the data it tells: the words of its result, then those of each warning.
    List<String> remarks() {
        var remarks = new ArrayList<String>();
        remarks.add((result() + " " + body.said("Api_Result_Message")).strip());
        collect(body, remarks);
        return List.copyOf(remarks);
    }

    /// `Medical_Warning` with its `Medical_Warning_Message`, and the like of other replies.
    // The depth is bounded by the readers.
    private static void collect(Node node, List<String> remarks) {
        for (var child : node.children()) {
            if (child.name().endsWith("_Warning_Message") && !child.text().isEmpty()) {
                var code = child.name().substring(0, child.name().length() - "_Message".length());
                remarks.add((node.said(code) + " " + child.text()).strip());
            }
            collect(child, remarks);
        }
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
