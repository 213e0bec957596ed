package hmnet.consent.mypages;

import hmnet.ground.design.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of the log in words (閲覧記録の文面): what the page shows is what a receipt says.
///
/// @param refused why nothing was shown, or null
/// @param door through which emergency door, or null
/// @param purpose for what, or null
/// @param consent what the person had said then, or null where no consent was asked
public record OwnLogWords(
        String when,
        String who,
        String act,
        @Nullable String refused,
        @Nullable String door,
        @Nullable String purpose,
        @Nullable String consent) {
    private static final Set<String> NO_PROFESSION = Set.of("resident", "machine", "centre", "proxy");

    public static OwnLogWords of(OwnLogLine line, Messages m) {
        var view = line.view();
        var who = m.t((NO_PROFESSION.contains(line.who()) ? "my.who." : "profession.") + line.who());
        return new OwnLogWords(
                m.moment(line.at()),
                line.facility().isEmpty() ? who : line.facility() + " " + who,
                m.t("my.act." + line.act())
                        + (view == null ? "" : m.t("my.view", m.t("my.view." + view)))
                        + (line.to() == null ? "" : m.t("my.handed-to", line.to())),
                line.refused() == null ? null : m.t("my.refused", m.t("my.refused." + line.refused())),
                line.door() == null ? null : m.t("my.door", m.t("my.door." + line.door())),
                line.purpose() == null ? null : m.t("my.purpose", m.t("my.purpose." + line.purpose())),
                consent(line, m));
    }

    private static @Nullable String consent(OwnLogLine line, Messages m) {
        if (line.consent() == null) {
            return null;
        }
        var since = line.consentOn();
        return m.t("my.consent-then", m.t("my.consent-then." + line.consent()))
                + (since == null ? "" : m.t("my.consent-then.on", m.shortDay(since)));
    }

    /// Each a line.
    List<String> all() {
        return Stream.of(when, who, act, refused, door, purpose, consent)
                .filter(Objects::nonNull)
                .toList();
    }
}
