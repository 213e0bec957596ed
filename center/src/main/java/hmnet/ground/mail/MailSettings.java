package hmnet.ground.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// By which server alerts leave, and who gets them (警報メールの設定): `HMNET_MAIL_…`.
///
/// @param host the mail server that takes what we send; no alert is mailed without it
/// @param port 0 for the usual one: 587 for `starttls`, 465 for `tls`, 25 for `none`
/// @param security `starttls`, `tls`, or `none`: to a server on this machine alone
/// @param user as whom we sign in there; empty for nobody
/// @param passwordFile a file with the password
/// @param from the address that the mails bear
/// @param to who gets them, as addresses
/// @param every how often is looked for what waits
/// @param gap no second mail earlier after one: what comes meanwhile stands in one
@ConfigurationProperties("hmnet.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") MailSecurity security,
        @DefaultValue("") String user,
        @Nullable Path passwordFile,
        @DefaultValue("") String from,
        @DefaultValue List<String> to,
        @DefaultValue("5s") Duration every,
        @DefaultValue("20s") Duration gap) {
    /// How the way to the server is kept secret (通信の保護).
    enum MailSecurity {
        /// RFC 3207, demanded.
        STARTTLS,
        /// RFC 8314.
        TLS,
        NONE
    }

    MailSettings {
        host = host.strip();
        to = List.copyOf(to);
        if (!host.isEmpty()) {
            if (to.isEmpty()) {
                throw new IllegalArgumentException("HMNET_MAIL_TO is missing: who gets the alerts?");
            }
            address(from, "HMNET_MAIL_FROM");
            to.forEach(one -> address(one, "HMNET_MAIL_TO"));
            if (security == MailSecurity.NONE
                    && !List.of("localhost", "127.0.0.1", "::1").contains(host)) {
                throw new IllegalArgumentException(
                        "HMNET_MAIL_SECURITY=none is for a mail server on this machine, not for " + host);
            }
            if (!user.isBlank() && passwordFile == null) {
                throw new IllegalArgumentException("HMNET_MAIL_PASSWORD_FILE is missing for " + user);
            }
        }
    }

    int usedPort() {
        return port > 0
                ? port
                : switch (security) {
                    case STARTTLS -> 587;
                    case TLS -> 465;
                    case NONE -> 25;
                };
    }

    boolean on() {
        return !host.isEmpty();
    }

    static InternetAddress address(String text, String setting) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(setting + " is no mail address: " + text, e);
        }
    }
}
