package hmnet.ground.mail;

import hmnet.ground.mail.MailSettings.MailSecurity;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hands a mail to the server (メールの送信; RFC 6409). TLS is demanded, with a certificate for the server's name.
final class MailWay {
    private static final String SECONDS_15 = "15000";

    private final MailSettings settings;
    private final Clock clock;

    MailWay(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @return whom the server did not take it for, while it took it for others; empty where all get it
    String send(AlertMail mail) throws MessagingException, IOException {
        var session = Session.getInstance(properties());
        var message = new MimeMessage(session);
        message.setFrom(MailSettings.address(settings.from(), "HMNET_MAIL_FROM"));
        message.setRecipients(
                Message.RecipientType.TO,
                settings.to().stream()
                        .map(to -> MailSettings.address(to, "HMNET_MAIL_TO"))
                        .toArray(InternetAddress[]::new));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var secret = settings.passwordFile();
        var password = secret == null ? null : Files.readString(secret).strip();
        try (var transport = session.getTransport(settings.security() == MailSecurity.TLS ? "smtps" : "smtp")) {
            transport.connect(
                    settings.host(), settings.usedPort(), settings.user().isBlank() ? null : settings.user(), password);
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
            return "";
        } catch (SendFailedException refused) {
            if (refused.getValidSentAddresses() == null || refused.getValidSentAddresses().length == 0) {
                throw refused;
            }
            return Stream.of(refused.getInvalidAddresses(), refused.getValidUnsentAddresses())
                    .filter(Objects::nonNull)
                    .flatMap(Stream::of)
                    .map(Address::toString)
                    .collect(Collectors.joining(" "));
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var secured = settings.security() != MailSecurity.NONE;
        for (var way : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(way + "connectiontimeout", SECONDS_15);
            properties.setProperty(way + "timeout", SECONDS_15);
            properties.setProperty(way + "writetimeout", SECONDS_15);
            properties.setProperty(
                    way + "auth", Boolean.toString(!settings.user().isBlank()));
            properties.setProperty(way + "ssl.checkserveridentity", "true");
            properties.setProperty(way + "sendpartial", "true");
            properties.setProperty(way + "ssl.protocols", "TLSv1.3 TLSv1.2");
        }
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(secured));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(secured));
        return properties;
    }
}
