package hmnet;

import hmnet.ground.audit.AuditTexts;
import hmnet.ground.mail.MailDouble;
import hmnet.ground.mtls.TestPki;
import hmnet.ground.personcertificates.PersonCas;
import hmnet.ground.witnesses.TestWitness;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.examination.ClamDouble;
import hmnet.record.terminology.InventedCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The one centre all tests share: a real PostgreSQL in a folder under `target/`, real ports, one Spring
/// context. A test class extends this and adds what it needs; it never asks for a context of its own.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class Centre {
    private static final Path DATA = freshFolder();
    private static final TestPki FACILITIES = new TestPki("facilities");
    private static final PersonCas PERSONS = new PersonCas(DATA.resolve("persons"));

    /// The one address of a proxy that the centre believes.
    protected static final String PROXY = "127.0.0.77";

    /// The code of the municipality whose desk may agree to a disaster mode, and which keeps a list of
    /// residents of 架空市 who need support.
    protected static final String NAMED_MUNICIPALITY = "3499990001";

    @Autowired
    private AuditTexts auditTexts;

    /// Chart numbers as the tables hold them.
    @Autowired
    protected SealedNumbers sealedNumbers;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("hmnet.data", DATA::toString);
        // Invented people of all tests resemble one another; a test that matches says whom.
        registry.add("hmnet.matching.works", () -> "false");
        registry.add("hmnet.terms", () -> InventedCodes.in(DATA.resolve("terms")));
        registry.add("hmnet.hosts", () -> "hmnet.example");
        registry.add("hmnet.proxy.addresses", () -> PROXY);
        FACILITIES.serve(registry, machineFolder());
        PERSONS.serve(registry);
        registry.add("hmnet.mllp.port", () -> 0);
        registry.add("hmnet.figures.port", () -> 0);
        registry.add("hmnet.audit.witnesses", TestWitness::verifier);
        registry.add("hmnet.disaster.municipalities", () -> NAMED_MUNICIPALITY);
        registry.add("hmnet.support.towns", () -> NAMED_MUNICIPALITY + "=架空市");
        registry.add("hmnet.clamav", ClamDouble::address);
        MailDouble.serve(registry);
        registry.add("hmnet.mllp.max-bytes", () -> 65_536);
        registry.add("hmnet.mllp.message", () -> "4s");
        registry.add("hmnet.mllp.facility-connections", () -> 3);
        registry.add("hmnet.exchange.updates.every", () -> "250ms");
        registry.add("hmnet.exchange.updates.patience", () -> "3s");
        registry.add("hmnet.exchange.updates.again", () -> "1s");
    }

    private static Path freshFolder() {
        try {
            var folder = Files.createDirectories(Path.of("target", "centre").toAbsolutePath());
            return Files.createTempDirectory(folder, "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static void await(BooleanSupplier condition) {
        Patience.await(condition);
    }

    /// The events of the audit log whose text holds all these words, oldest first.
    protected List<String> logged(String... words) {
        return auditTexts.with(words);
    }

    protected static Path data() {
        return DATA;
    }

    /// The CA that the machines' connector trusts; what it publishes goes to `machineFolder()`.
    protected static TestPki facilityCa() {
        return FACILITIES;
    }

    /// The CAs of people's certificates that the centre trusts.
    protected static PersonCas personCas() {
        return PERSONS;
    }

    protected static Path machineFolder() {
        return DATA.resolve("machines");
    }
}
