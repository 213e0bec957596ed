package hmnet.consent.subjectrequests;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Until when a request is answered (回答の期限): `HMNET_REQUESTS_…`. Private holders answer without delay (個人情報保護法
/// 33(2), 34(2), 35); public ones within 30 days, once 30 more (83, 94, 102): the longest that any of them has.
///
/// @param days from the day on which it was received, at most 30
/// @param extensionDays once, with a reason that the person is told, at most 30
@ConfigurationProperties("hmnet.requests")
public record RequestTerms(
        @DefaultValue("30") int days, @DefaultValue("30") int extensionDays) {
    private static final int MOST = 30;

    /// Shorter may be set, longer not.
    public RequestTerms {
        days = Math.clamp(days, 1, MOST);
        extensionDays = Math.clamp(extensionDays, 1, MOST);
    }

    LocalDate due(LocalDate receivedOn) {
        return receivedOn.plusDays(days);
    }
}
