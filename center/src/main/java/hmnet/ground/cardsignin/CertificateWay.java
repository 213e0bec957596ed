package hmnet.ground.cardsignin;

import java.util.Arrays;
import java.util.Locale;

/// Why somebody shows a certificate, and to which page it leads (証明書を見せる目的).
enum CertificateWay {
    SIGN_IN("/signin/certificate", 2),
    /// Their own card is registered.
    OWN("/sign-in-certificates", 5),
    /// The device at which they sit is registered for its facility.
    DEVICE("/sign-in-certificates/facility", 5);

    private final String page;
    private final int minutes;

    /// @param minutes how long a certificate that was shown for it counts: whoever walks away from a screen leaves no
    ///     way in
    CertificateWay(String page, int minutes) {
        this.page = page;
        this.minutes = minutes;
    }

    int minutes() {
        return minutes;
    }

    String page() {
        return page;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Signing in, where a word is not known.
    static CertificateWay of(String word) {
        return Arrays.stream(values())
                .filter(way -> way.word().equals(word))
                .findFirst()
                .orElse(SIGN_IN);
    }
}
