package hmnet.ground.personcertificates;

import hmnet.ground.directory.Profession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Which professions a role of a certificate agrees with (資格と職種の対応): the table `hc-roles.csv`.
final class Qualifications {
    private static final String TABLE = "hc-roles.csv";
    private static final Map<String, Set<Profession>> PROFESSIONS = read();

    private Qualifications() {}

    /// None for a role that signs nobody in: it is written otherwise, or no profession here needs it.
    static Set<Profession> of(HcRole role) {
        return PROFESSIONS.getOrDefault(role.text(), Set.of());
    }

    private static Map<String, Set<Profession>> read() {
        var stream = Objects.requireNonNull(Qualifications.class.getResourceAsStream(TABLE), TABLE);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.groupingBy(
                            line -> line[0],
                            Collectors.mapping(line -> Profession.of(line[1]), Collectors.toUnmodifiableSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
