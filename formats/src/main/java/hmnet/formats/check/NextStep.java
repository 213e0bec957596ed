package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.file.NoteWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a facility should do next (次にすること), in one line: the worst verdict says it, with its first place.
final class NextStep {
    private NextStep() {}

    static String words(List<CheckedFile> files) {
        long refused = count(files, Outcome.REFUSED);
        long empty = count(files, Outcome.EMPTY);
        long noted = files.stream()
                .filter(file -> file.outcome() == Outcome.REPAIRED
                        || file.outcome() == Outcome.ACCEPTED && !file.notes().isEmpty())
                .count();
        if (files.isEmpty()) {
            return "次にすること: 確認するファイルがありません。場所を確かめてください。";
        }
        if (refused > 0) {
            return "次にすること: 受け入れられないファイルが " + refused + " 件あります。直して、もう一度確かめてから送ってください。" + first(files, Outcome.REFUSED);
        }
        if (empty > 0) {
            return "次にすること: カルテに入る内容のないファイルが " + empty + " 件あります。途中で切れていないかご覧ください。" + first(files, Outcome.EMPTY);
        }
        if (noted > 0) {
            var outcome = count(files, Outcome.REPAIRED) > 0 ? Outcome.REPAIRED : Outcome.ACCEPTED;
            return "次にすること: 送れます。上の指摘（" + noted + " 件のファイル）をご覧ください。" + first(files, outcome);
        }
        return "次にすること: ありません。このまま送れます。";
    }

    private static long count(List<CheckedFile> files, Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }

    private static String first(List<CheckedFile> files, Outcome outcome) {
        return files.stream()
                .filter(file -> file.outcome() == outcome && !file.notes().isEmpty())
                .findFirst()
                .flatMap(NextStep::place)
                .orElse("");
    }

    private static Optional<String> place(CheckedFile file) {
        return file.notes().stream()
                .sorted(Comparator.comparing(Note::severity).reversed())
                .findFirst()
                .map(note -> {
                    var place = CheckReportNotes.place(file.format(), note);
                    return "最初の箇所: " + file.path() + (place.isEmpty() ? "" : " " + place) + " "
                            + NoteWords.japanese(note.code()).orElse(note.code());
                });
    }
}
