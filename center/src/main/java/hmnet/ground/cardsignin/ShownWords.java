package hmnet.ground.cardsignin;

import hmnet.ground.design.Pages;
import hmnet.ground.personcertificates.CertificateRefusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What pages say of a certificate that counts for nothing (証明書の拒否の文言): keys of texts.
final class ShownWords {
    private static final String REFUSED = "cardsignin.refused.";

    /// Words with which the port leads back: none was shown, too many went wrong, too many are at it.
    private static final Set<String> TOLD = Set.of("none", "held", "busy");

    private ShownWords() {}

    static String of(CertificateRefusal why) {
        return REFUSED + why.word();
    }

    /// The key of a word that the port led back with; null for any other.
    static @Nullable String known(@Nullable String told) {
        var word = Pages.known(TOLD, told);
        return word == null ? null : REFUSED + word;
    }
}
