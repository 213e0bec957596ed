package hmnet.consent.mynumber;

import hmnet.ground.figures.PaperWithEnd;
import hmnet.ground.figures.PapersWithEnd;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What of My Number cards ends by its date (マイナンバーカードの認証局の期限): authorities and their lists.
@Component
class CardPapers implements PapersWithEnd {
    private static final String USE = "mynumber";

    private final CardTrust trust;

    CardPapers(CardTrust trust) {
        this.trust = trust;
    }

    @Override
    public List<PaperWithEnd> now() throws IOException, GeneralSecurityException {
        if (!trust.offered()) {
            return List.of();
        }
        var authorities = trust.authorities().stream()
                .map(authority -> new PaperWithEnd(
                        "authority",
                        USE,
                        authority.getSubjectX500Principal().getName(),
                        authority.getNotAfter().toInstant()));
        var lists = trust.lists().stream()
                .filter(list -> list.getNextUpdate() != null)
                .map(list -> new PaperWithEnd(
                        "revocation-list",
                        USE,
                        list.getIssuerX500Principal().getName(),
                        list.getNextUpdate().toInstant()));
        return Stream.concat(authorities, lists).toList();
    }
}
