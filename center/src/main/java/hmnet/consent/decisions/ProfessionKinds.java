package hmnet.consent.decisions;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Which kinds and labels a profession sees (職種×種別): the table `profession-kinds.csv`, a reason in every
/// line.
final class ProfessionKinds {
    private static final Map<Profession, ProfessionKinds> TABLE = read();

    private final long kinds;
    private final long labels;

    private ProfessionKinds(long kinds, long labels) {
        this.kinds = kinds;
        this.labels = labels;
    }

    static ProfessionKinds of(Profession profession) {
        return Objects.requireNonNull(TABLE.get(profession), "profession-kinds.csv lacks " + profession.word());
    }

    boolean sees(RecordKind kind) {
        return (kinds & kind.mask()) != 0;
    }

    /// The labels a row may carry.
    long labels() {
        return labels;
    }

    private static Map<Profession, ProfessionKinds> read() {
        var table = new EnumMap<Profession, ProfessionKinds>(Profession.class);
        try (var stream = ProfessionKinds.class.getResourceAsStream("profession-kinds.csv")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split(",", 4)).forEach(cell -> {
                var profession = Profession.of(cell[0]);
                var kinds = words(cell[1])
                        .map(RecordKind::valueOf)
                        .mapToLong(RecordKind::mask)
                        .sum();
                var labels = words(cell[2])
                        .map(Label::valueOf)
                        .mapToLong(Label::mask)
                        .sum();
                table.put(profession, new ProfessionKinds(kinds, labels));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static java.util.stream.Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
