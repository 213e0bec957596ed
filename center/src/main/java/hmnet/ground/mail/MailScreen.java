package hmnet.ground.mail;

import hmnet.ground.mail.MailAlerts.MailState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How alerts leave by mail (警報メールの画面).
///
/// @param on whether a mail server is set
/// @param server its name and port
/// @param told a word of what was just done, or null
public record MailScreen(
        boolean on,
        String server,
        String from,
        List<String> to,
        MailState state,
        @Nullable String told) {}
