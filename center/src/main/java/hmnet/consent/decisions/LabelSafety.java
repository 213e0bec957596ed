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
import java.util.stream.Stream;

/// What safety checks may see of labelled records (ラベルと安全確認): the association's decision for each label, in the
/// table `label-safety.csv`, a reason in every line. It holds whatever the person chose to show of the label, and the
/// person is told so when choosing.
final class LabelSafety {
    private static final Map<Label, LabelSafety> TABLE = read();

    private final long professions;
    private final long kinds;

    private LabelSafety(long professions, long kinds) {
        this.professions = professions;
        this.kinds = kinds;
    }

    /// The labels that close no record of this kind to this profession.
    static long labels(Profession profession, RecordKind kind) {
        var labels = 0L;
        for (var line : TABLE.entrySet()) { // asked for each kind of each patient on every page
            labels |= line.getValue().opens(profession, kind) ? line.getKey().mask() : 0;
        }
        return labels;
    }

    private boolean opens(Profession profession, RecordKind kind) {
        return (professions & profession.mask()) != 0 && (kinds & kind.mask()) != 0;
    }

    private static Map<Label, LabelSafety> read() {
        var table = new EnumMap<Label, LabelSafety>(Label.class);
        try (var stream = LabelSafety.class.getResourceAsStream("label-safety.csv")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split(",", 4)).forEach(cell -> {
                var professions = words(cell[1])
                        .map(Profession::of)
                        .mapToLong(Profession::mask)
                        .sum();
                var kinds = words(cell[2])
                        .map(RecordKind::valueOf)
                        .mapToLong(RecordKind::mask)
                        .sum();
                table.put(Label.valueOf(cell[0]), new LabelSafety(professions, kinds));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var label : Label.values()) {
            Objects.requireNonNull(table.get(label), "label-safety.csv lacks " + label);
        }
        return table;
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
