package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.base.Table;
import hmnet.formats.file.NoteWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a facility should do next (次にすること), in one line: before files are sent the worst verdict says it, with its
/// first place; of a file that was sent its state. The words stand in `next-steps.csv`.
public final class NextStep {
    private static final Map<String, List<String>> WORDS = Table.read(NextStep.class, "next-steps.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row));

    private NextStep() {}

    /// Of files that were looked at and not sent yet.
    ///
    /// @param language `en`, else Japanese
    public static String words(List<CheckedFile> files, String language) {
        long refused = count(files, Outcome.REFUSED);
        long empty = count(files, Outcome.EMPTY);
        long noted = files.stream()
                .filter(file -> file.outcome() == Outcome.REPAIRED
                        || file.outcome() == Outcome.ACCEPTED && !file.notes().isEmpty())
                .count();
        if (files.isEmpty()) {
            return line("no-file", 0, "", language);
        }
        if (refused > 0) {
            return line("refused", refused, first(files, Outcome.REFUSED, language), language);
        }
        if (empty > 0) {
            return line("empty", empty, first(files, Outcome.EMPTY, language), language);
        }
        if (noted > 0) {
            var outcome = count(files, Outcome.REPAIRED) > 0 ? Outcome.REPAIRED : Outcome.ACCEPTED;
            return line("noted", noted, first(files, outcome, language), language);
        }
        return line("nothing", 0, "", language);
    }

    /// Of a file that was sent.
    ///
    /// @param state `waiting`, `accepted`, `repaired`, `quarantined` or `withdrawn`
    /// @param reason why it is held, or null
    /// @param looked as it is read now, where somebody may look at it
    public static String ofSent(String state, @Nullable String reason, Optional<CheckedFile> looked, String language) {
        if (!state.equals("quarantined")) {
            return line(WORDS.containsKey(state) ? state : "waiting", 0, "", language);
        }
        var step = held(reason == null ? "" : reason, looked);
        var place = step.equals("held")
                ? looked.map(List::of)
                        .map(files -> first(files, files.getFirst().outcome(), language))
                        .orElse("")
                : "";
        return line(step, 0, place, language);
    }

    private static String held(String reason, Optional<CheckedFile> looked) {
        return switch (reason) {
            case "patient-number-missing" -> "held-patient";
            case "patient-differs", "patients-differ", "pid3-other-person", "pid3-unknown" -> "held-person";
            case "my-number" -> "held-number";
            case "message-conflict" -> "held-conflict";
            case "internal" -> "held-centre";
            case "kind-not-read" -> "held-kept";
            case "nobody-in-it", "empty" -> "held-empty";
            // From outside: codes of readers, by which nothing but the file itself is wrong.
            default ->
                looked.filter(file -> file.outcome() == Outcome.ACCEPTED || file.outcome() == Outcome.REPAIRED)
                        .map(file -> "held-readable")
                        .orElse("held");
        };
    }

    private static String line(String step, long number, String place, String language) {
        return word("heading", language) + ": " + word(step, language).replace("{}", Long.toString(number))
                + (place.isEmpty() || !language.equals("en") ? place : " " + place);
    }

    private static String word(String key, String language) {
        return Objects.requireNonNull(WORDS.get(key)).get(language.equals("en") ? 2 : 1);
    }

    private static long count(List<CheckedFile> files, Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }

    private static String first(List<CheckedFile> files, Outcome outcome, String language) {
        return files.stream()
                .filter(file -> file.outcome() == outcome && !file.notes().isEmpty())
                .findFirst()
                .flatMap(file -> place(file, language))
                .orElse("");
    }

    private static Optional<String> place(CheckedFile file, String language) {
        return file.notes().stream()
                .sorted(Comparator.comparing(Note::severity).reversed())
                .findFirst()
                .map(note -> {
                    var place = language.equals("en") ? plain(note) : CheckReportNotes.place(file.format(), note);
                    return word("place", language) + ": " + file.path() + (place.isEmpty() ? "" : " " + place) + " "
                            + NoteWords.in(language, note.code()).orElse(note.code());
                });
    }

    private static String plain(Note note) {
        return ((note.line() > 0 ? "line " + note.line() + " " : "") + note.field()).strip();
    }
}
