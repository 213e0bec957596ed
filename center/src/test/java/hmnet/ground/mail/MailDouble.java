package hmnet.ground.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/// The mail server of the tests (試験用メールサーバー), on this machine; it speaks SMTP, and SMTP in TLS with a certificate that
/// nobody trusts.
public final class MailDouble {
    static final String OFFICE = "jimukyoku@office.example";
    private static final GreenMail SERVER = started();

    private MailDouble() {}

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
        return server;
    }

    public static void serve(DynamicPropertyRegistry registry) {
        registry.add("hmnet.mail.host", () -> "127.0.0.1");
        registry.add("hmnet.mail.port", MailDouble::port);
        registry.add("hmnet.mail.security", () -> "none");
        registry.add("hmnet.mail.from", () -> "centre@hmnet.example");
        registry.add("hmnet.mail.to", () -> OFFICE);
        registry.add("hmnet.mail.every", () -> "250ms");
        registry.add("hmnet.mail.gap", () -> "0s");
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    static int securePort() {
        return SERVER.getSmtps().getPort();
    }

    /// What came, as the recipient reads it.
    static List<ReceivedMail> received() {
        return Stream.of(SERVER.getReceivedMessages()).map(MailDouble::read).toList();
    }

    record ReceivedMail(String to, String subject, String text) {}

    private static ReceivedMail read(MimeMessage message) {
        try {
            return new ReceivedMail(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    message.getContent().toString().replace("\r\n", "\n"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
