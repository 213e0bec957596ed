package hmnet.consent.policy;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/// The policy that a centre begins with, as two tables for people to read (はじめの方針).
public final class FirstPolicy {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /// The lines of `profession-kinds.csv` and `label-safety.csv`.
    public static final PolicyBook BOOK = new PolicyBook(
            cells("profession-kinds.csv").map(FirstPolicy::profession).toList(),
            cells("label-safety.csv").map(FirstPolicy::label).toList());

    private FirstPolicy() {}

    private static ProfessionLine profession(String[] cell) {
        return new ProfessionLine(
                0,
                Profession.of(cell[0]),
                ProfessionLine.ANYWHERE,
                FIRST,
                mask(cell[1], word -> RecordKind.valueOf(word).mask()),
                mask(cell[2], word -> Label.valueOf(word).mask()),
                cell[3],
                "");
    }

    private static SafetyLine label(String[] cell) {
        return new SafetyLine(
                0,
                Label.valueOf(cell[0]),
                FIRST,
                mask(cell[1], word -> Profession.of(word).mask()),
                mask(cell[2], word -> RecordKind.valueOf(word).mask()),
                cell[3],
                "");
    }

    private static java.util.stream.Stream<String[]> cells(String file) {
        try {
            return List.copyOf(Files.readAllLines(Path.of("src/test/java/hmnet/consent/policy", file))).stream()
                    .skip(1)
                    .map(line -> line.split(",", 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long mask(String cell, ToLongFunction<String> mask) {
        return Arrays.stream(cell.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToLong(mask)
                .sum();
    }
}
