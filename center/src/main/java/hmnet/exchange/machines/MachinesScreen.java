package hmnet.exchange.machines;

import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What facilities' machines may ask and tell (外部連携の権利), for the operator.
///
/// @param problem why what was asked for was not done
/// @param typed what cannot be used
/// @param facilities those whose machines have a right, a name or a subscription
/// @param all every facility, to choose one
/// @param chosen the one looked at, or null
public record MachinesScreen(
        @Nullable String problem,
        @Nullable String done,
        TypedForm typed,
        List<CallerLine> facilities,
        List<FacilityChoice> all,
        @Nullable One chosen) {
    public record FacilityChoice(String code, String name) {}

    /// @param rights errand and scope in words of a message, such as `pix.own`
    /// @param asked whether a right waits for a second operator
    public record CallerLine(
            String code, String name, List<String> rights, boolean asked, boolean hears, long waiting) {}

    /// One facility.
    public record One(
            String code,
            String name,
            List<RightLine> rights,
            List<RequestedRightLine> asked,
            List<SenderNames.SenderName> names,
            @Nullable SubscriptionLine hearing,
            Subscribers.SubscriberBacklog waiting) {
        public String path() {
            return "/office/machines/" + code;
        }
    }

    /// @param by a name; empty for the centre itself
    public record RightLine(String errand, String scope, OffsetDateTime since, String by) {}

    /// A right of scope `region` that waits for a second operator.
    ///
    /// @param own whether the one who looks asked for it
    public record RequestedRightLine(String errand, OffsetDateTime since, String by, boolean own) {}

    /// Where it hears of changed numbers.
    public record SubscriptionLine(
            String host, String port, String path, String application, String name, String domains, boolean active) {}
}
