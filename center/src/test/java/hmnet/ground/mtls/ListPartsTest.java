package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// G8: a CA that cuts its revocation list into parts. They count for whom they cover, and for nobody else.
class ListPartsTest {
    private static final String EAST = "http://ca.example/east.crl";
    private static final String WEST = "http://ca.example/west.crl";
    private static final Duration DAY = Duration.ofDays(1);

    private final TestPki pki = new TestPki("parts");
    private final Issued east = pki.issue(Wish.client("east"), EAST);
    private final Issued west = pki.issue(Wish.client("west"), WEST);

    @Test
    void aPartLetsInWhomItCoversAndNobodyElse() throws CRLException {
        assertThat(objection(east, pki.part(DAY, EAST))).isEmpty();
        assertThat(objection(west, pki.part(DAY, EAST)))
                .hasValueSatisfying(why -> assertThat(why).contains("covers"));
        assertThat(objection(west, pki.part(DAY, EAST), pki.part(DAY, WEST))).isEmpty();
        assertThat(objection(pki.issue(Wish.client("nowhere")), pki.part(DAY, EAST)))
                .isPresent();
    }

    @Test
    void whoAPartNamesIsRevoked() throws CRLException {
        pki.revoke(east.certificate());
        assertThat(objection(east, pki.part(DAY, EAST), pki.part(DAY, WEST))).contains("revoked");
        assertThat(objection(west, pki.part(DAY, EAST), pki.part(DAY, WEST))).isEmpty();
    }

    @Test
    void aPartThatIsOverdueCoversNobody() throws CRLException {
        assertThat(objection(east, pki.part(Duration.ofSeconds(-1), EAST))).isPresent();
        assertThat(objection(east, pki.part(Duration.ofSeconds(-1), EAST), pki.part(DAY, WEST)))
                .isPresent();
    }

    @Test
    void aWholeListCountsForEverybody() throws CRLException {
        assertThat(objection(east, pki.revocations(DAY))).isEmpty();
        assertThat(objection(east, pki.part(DAY, WEST), pki.revocations(DAY))).isEmpty();
    }

    /// While a CA changes its key both keys bear one name: each certificate waits for the list of its own.
    @Test
    void theListOfAnotherKeyOfThatNameDoesNotCount() throws CRLException {
        var renewed = new TestPki("parts");
        var lists = new ArrayList<RevocationList>();
        lists.add(RevocationList.of(pki.revocations(Duration.ofSeconds(-1)), pki.certificate()));
        lists.add(RevocationList.of(renewed.revocations(DAY), renewed.certificate()));
        lists.add(RevocationList.of(pki.part(DAY, WEST), pki.certificate()));
        var revocations = new Revocations(lists, Clock.systemUTC());
        var issuer = pki.certificate().getSubjectX500Principal();
        assertThat(revocations.objection(issuer, east.certificate())).isPresent();
        assertThat(revocations.objection(
                        issuer, renewed.issue(Wish.client("new")).certificate()))
                .isEmpty();
    }

    /// Java's PKIX rules would take it for a part that covers everybody, or for nothing: it says who was revoked
    /// lately.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListOfChangesAloneIsRefusedByItsName(boolean critical) throws Exception {
        var delta = new Extension(Extension.deltaCRLIndicator, critical, new ASN1Integer(7).getEncoded());
        assertThatThrownBy(() -> RevocationList.of(pki.revocations(DAY, delta), pki.certificate()))
                .isInstanceOf(CRLException.class)
                .hasMessageContaining("delta")
                .hasMessageContaining("HMNET_MTLS_CRL");
    }

    private Optional<String> objection(Issued issued, X509CRL... parts) throws CRLException {
        var lists = new ArrayList<RevocationList>();
        for (var part : parts) {
            lists.add(RevocationList.of(part, pki.certificate()));
        }
        var revocations = new Revocations(lists, Clock.systemUTC());
        var first = revocations.objection(issued.certificate().getIssuerX500Principal(), issued.certificate());
        assertThat(revocations.objection(issued.certificate().getIssuerX500Principal(), issued.certificate()))
                .as("asked again")
                .isEqualTo(first);
        return first;
    }
}
