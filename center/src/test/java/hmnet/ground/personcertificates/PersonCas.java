package hmnet.ground.personcertificates;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.test.context.DynamicPropertyRegistry;

/// The CAs of people's certificates that the tests' centre trusts, and their files (試験用の利用者認証局一式).
public final class PersonCas {
    private final PersonPki hpki = new PersonPki("hpki persons");
    private final PersonPki devices = new PersonPki("facility devices");
    private final Path folder;

    public PersonCas(Path folder) {
        this.folder = folder;
    }

    public PersonPki hpki() {
        return hpki;
    }

    public PersonPki devices() {
        return devices;
    }

    public void serve(DynamicPropertyRegistry registry) {
        devices.server(folder);
        publish();
        registry.add("hmnet.personcertificates.port", () -> 0);
        registry.add("hmnet.personcertificates.certificate", () -> folder.resolve("server.pem"));
        registry.add("hmnet.personcertificates.key", () -> folder.resolve("server.key"));
        registry.add("hmnet.personcertificates.hpki-ca", () -> folder.resolve("hpki.pem"));
        registry.add("hmnet.personcertificates.hpki-crl", () -> folder.resolve("hpki.crl"));
        registry.add("hmnet.personcertificates.facility-ca", () -> folder.resolve("devices.pem"));
        registry.add("hmnet.personcertificates.facility-crl", () -> folder.resolve("devices.crl"));
    }

    /// The CAs and their current lists.
    public void publish() {
        publishWith("", "", "", "");
    }

    /// The same beside CAs and lists of elsewhere, PEM.
    public void publishWith(String hpkiCa, String hpkiList, String deviceCa, String deviceList) {
        PersonPki.write(folder.resolve("hpki.crl"), hpki.listPem(Duration.ofDays(1)) + hpkiList);
        PersonPki.write(folder.resolve("devices.crl"), devices.listPem(Duration.ofDays(1)) + deviceList);
        PersonPki.write(folder.resolve("hpki.pem"), hpki.caPem() + hpkiCa);
        PersonPki.write(folder.resolve("devices.pem"), devices.caPem() + deviceCa);
    }

    /// The centre reads the files now.
    public static void follow(PersonPort port) {
        port.followFiles();
    }
}
