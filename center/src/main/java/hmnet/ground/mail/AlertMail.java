package hmnet.ground.mail;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.mail.MailAlerts.WaitingAlert;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What a mail says of some alerts (警報メールの文面), in both languages: what happened, when, by which number, and the page to
/// open. It has no link: nobody shall learn to follow one.
record AlertMail(String subject, String text) {
    static AlertMail of(List<WaitingAlert> alerts, String origin) {
        var japanese = Messages.in(Language.JAPANESE);
        var gravest = alerts.stream()
                .map(WaitingAlert::kind)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new AlertMail(
                japanese.t("mail.subject", japanese.t("mail.kind." + gravest.word()), alerts.size()),
                part(alerts, japanese, origin) + "\n\n" + part(alerts, Messages.in(Language.ENGLISH), origin) + "\n");
    }

    private static String part(List<WaitingAlert> alerts, Messages m, String origin) {
        var lines = alerts.stream()
                .map(alert ->
                        m.t("mail.line." + alert.kind().word(), m.moment(alert.at()), Long.toString(alert.number())))
                .collect(Collectors.joining("\n"));
        return m.t("mail.head", origin) + "\n\n" + lines + "\n\n" + m.t("mail.foot");
    }
}
