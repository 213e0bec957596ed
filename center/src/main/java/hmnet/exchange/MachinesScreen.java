package hmnet.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What facilities' machines may ask and tell (外部連携の権利), for the operator.
///
/// @param facilities those whose machines have a right, a name or a subscription
/// @param all every facility, to choose one
/// @param chosen the one looked at, or null
public record MachinesScreen(
        @Nullable String problem,
        @Nullable String done,
        List<Line> facilities,
        List<Choice> all,
        @Nullable One chosen) {
    public record Choice(String code, String name) {}

    /// @param rights errand and scope in words of a message, such as `pix.own`
    public record Line(String code, String name, List<String> rights, boolean hears, long waiting) {}

    /// One facility.
    public record One(
            String code,
            String name,
            List<Right> rights,
            List<SenderNames.SenderName> names,
            @Nullable Hearing hearing,
            Subscribers.Waiting waiting) {
        public String path() {
            return "/office/machines/" + code;
        }
    }

    /// @param by a name; empty for the centre itself
    public record Right(String errand, String scope, OffsetDateTime since, String by) {}

    /// Where it hears of changed numbers.
    public record Hearing(
            String host, int port, String path, String application, String name, String domains, boolean active) {}
}
