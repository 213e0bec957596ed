package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.TestPki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A centre with a port for machines, in a process of its own (静かな起動): whoever reads its log at night finds a
/// warning only where something is wrong.
class QuietStartTest {
    @TempDir
    Path folder;

    @Test
    void aSoundStartWarnsOfNothing() throws Exception {
        var log = started("HMNET_DATA", folder.resolve("data").toString());
        assertThat(log.lines().filter(line -> line.contains("WARN") || line.contains("ERROR")))
                .isEmpty();
        assertThat(log).as("the log was read").contains("INFO");
    }

    @Test
    void itsLogIsJsonWhereThatIsAskedFor() throws Exception {
        var lines = started("HMNET_DATA", folder.resolve("data").toString(), "HMNET_LOG", "json")
                .lines()
                .filter(line -> !line.startsWith("started:"))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new JsonMapper()
                                .readTree(line)
                                .get("@timestamp")
                                .asString())
                        .isNotEmpty());
    }

    /// What a centre with these variables says until it has started, and while it stops.
    private String started(String... variables) throws Exception {
        var machines = folder.resolve("machines");
        new TestPki("facilities").lay(machines);
        var all = new ArrayList<>(List.of("HMNET_PORT", "0", "HMNET_MLLP_PORT", "0", "HMNET_FIGURES_PORT", "0"));
        all.addAll(List.of("HMNET_MTLS_PORT", "0", "HMNET_MTLS_ADDRESS", "127.0.0.1"));
        all.addAll(
                List.of("HMNET_MTLS_CERTIFICATE", machines.resolve("server.pem").toString()));
        all.addAll(List.of("HMNET_MTLS_KEY", machines.resolve("server.key").toString()));
        all.addAll(List.of("HMNET_MTLS_CA", machines.resolve("ca.pem").toString()));
        all.addAll(List.of("HMNET_MTLS_CRL", machines.resolve("ca.crl").toString()));
        all.addAll(List.of(variables));
        try (var centre = Child.of(folder, List.of("start"), all.toArray(String[]::new))) {
            centre.line("started:");
            centre.interrupt();
            centre.exit();
            return centre.text();
        }
    }
}
