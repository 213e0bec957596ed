package hmnet.shape;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;

/// What looks in a document like a name of ours and is none (例外), under its reason.
final class ForeignNames {
    private static final Map<String, Set<String>> REASONS = Map.of(
            "made when the system is built or runs",
                    Set.of(
                            "./data",
                            "data/",
                            "data/demo/credentials.json",
                            "secrets/",
                            "secrets/root.key",
                            "ring/",
                            "ring.keys",
                            "spool/key",
                            "center/target/screens",
                            "center/target/center-VERSION-plain.jar"),
            "made where a witness is set up",
                    Set.of("witness.properties", "evidence/", "/etc/systemd/system/hmnet-witness.service"),
            "made where a gateway is set up",
                    Set.of("lib/", "gateway/target/", "/etc/systemd/system/hmnet-gateway.service", "ReadWritePaths"),
            "on the machine, beside the project", Set.of("../shared", "/usr/lib/jvm"),
            "files that others publish or write", Set.of("terms.csv", "MEDISyyyymmdd.TXT"),
            "a name that stands for many", Set.of("R__name.sql", "bench/results/DATE-NAME.json"),
            "headers of HTTP", Set.of("Origin", "Refresh"),
            "words of SOAP and WS-Addressing",
                    Set.of(
                            "MessageID",
                            "ReplyTo",
                            "RelatesTo",
                            "FaultTo",
                            "MustUnderstand",
                            "NotUnderstood",
                            "VersionMismatch",
                            "Receiver"),
            "resources of FHIR", Set.of("Coverage"),
            "of Spring and the servlets, named because they are not used", Set.of("HttpSession", "@Async"));

    static final Set<String> ALL =
            REASONS.values().stream().flatMap(Set::stream).collect(toSet());

    private ForeignNames() {}
}
