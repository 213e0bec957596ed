package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.figures.PaperWithEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/// G8, R023: files of the machines' port that change while the centre works.
class MachineFilesTest extends MachinePort {
    /// G8, R023: the next certificate and key are shown without a restart, and a half that does not fit is not.
    @Test
    void aRenewedCertificateOfTheCentreIsShownAtTheNextConnection() throws Exception {
        var issued = facilityCa().issue(Wish.client("at the next"));
        registered(issued);
        var next = facilityCa().issue(Wish.centre("localhost"));
        try (var standing = connect(issued, "TLSv1.3")) {
            assertThat(ask(standing)).startsWith("HTTP/1.1 200");
            var before = shown(issued);
            TestPki.writeCertificate(machineFolder(), next);
            connector.followFiles();
            assertThat(shown(issued)).as("without its key").isEqualTo(before);
            TestPki.writeKey(machineFolder(), next);
            connector.followFiles();
            assertThat(shown(issued)).isEqualTo(next.certificate()).isNotEqualTo(before);
            assertThat(ask(standing)).as("the connection that stood").startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aCaThatComesOrGoesIsFollowedWithoutARestart() throws Exception {
        var other = new TestPki("another region");
        var issued = other.issue(Wish.client("of another region"));
        registered(issued);
        refused(issued);
        facilityCa().publishWith(machineFolder(), other);
        connector.followFiles();
        assertThat(get(issued, "/sample/facility").statusCode()).isEqualTo(200);
        facilityCa().publishWith(machineFolder());
        connector.followFiles();
        refused(issued);
        var own = facilityCa().issue(Wish.client("still there"));
        registered(own);
        assertThat(get(own, "/sample/facility").statusCode()).isEqualTo(200);
    }

    /// R023: an authority goes on under its name with another key. CA and list are two files, written one after
    /// another.
    @Test
    void aCaWithANewKeyIsFollowedWhicheverFileComesFirst() throws Exception {
        var next = new TestPki(facilityCa());
        var issued = next.issue(Wish.client("of the new key"));
        registered(issued);
        var own = facilityCa().issue(Wish.client("of the old key"));
        registered(own);
        next.publishCa(machineFolder());
        connector.followFiles();
        assertThat(get(own, "/sample/facility").statusCode())
                .as("its list has not come yet")
                .isEqualTo(200);
        next.publish(machineFolder());
        connector.followFiles();
        assertThat(get(issued, "/sample/facility").statusCode()).isEqualTo(200);
        facilityCa().publishWith(machineFolder());
        connector.followFiles();
    }

    /// A file that is written piece by piece shuts out nobody, wherever it stops.
    @Test
    void aListThatIsHalfWrittenLeavesAllListsInForce() throws Exception {
        var other = new TestPki("a second region");
        var issued = other.issue(Wish.client("of a second region"));
        registered(issued);
        facilityCa().publishWith(machineFolder(), other);
        connector.followFiles();
        var file = machineFolder().resolve("ca.crl");
        var whole = Files.readString(file);
        var first = whole.indexOf("-----END X509 CRL-----") + 23;
        for (var end : new int[] {0, 10, first - 40, first - 10, first, first + 5, first + 15, first + 80}) {
            TestPki.write(file, whole.substring(0, end));
            connector.followFiles();
            assertThat(get(issued, "/sample/facility").statusCode())
                    .as("cut at " + end)
                    .isEqualTo(200);
        }
        other.revoke(issued.certificate());
        facilityCa().publishWith(machineFolder(), other);
        connector.followFiles();
        refused(issued);
        facilityCa().publishWith(machineFolder());
        connector.followFiles();
    }

    @Test
    void figuresTellOfTheListThatCountsNotOfTheFileThatCannotBeUsed() throws Exception {
        var before = connector.papers();
        assertThat(before).extracting(PaperWithEnd::kind).contains("certificate", "authority", "revocation-list");
        var file = machineFolder().resolve("ca.crl");
        var whole = Files.readString(file);
        TestPki.write(file, whole.substring(0, whole.length() / 2));
        connector.followFiles();
        assertThat(connector.papers()).isEqualTo(before);
        TestPki.write(file, whole);
        connector.followFiles();
    }

    private X509Certificate shown(Issued issued) throws IOException {
        try (var socket = connect(issued, "TLSv1.3")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
