package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.file.Format;
import hmnet.formats.file.NoteDetails;
import hmnet.formats.file.NoteWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remarks in words for people (指摘の文).
final class CheckReportNotes {
    static final int SHOWN = 200;
    private static final int KINDS = 12;

    private CheckReportNotes() {}

    /// The files of an outcome with their remarks, of each kind the first; files without a remark only where they
    /// are not taken as they are.
    static void notes(List<CheckedFile> files, String heading, Outcome outcome, List<String> lines) {
        var told = files.stream()
                .filter(file -> file.outcome() == outcome)
                .filter(file -> !file.notes().isEmpty())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading + ": " + told.size());
        told.stream().limit(SHOWN).forEach(file -> {
            lines.add("  " + file.path());
            var kinds = kinds(file);
            kinds.entrySet().stream()
                    .limit(KINDS)
                    .forEach(kind -> lines.add("    "
                            + line(file.format(), kind.getKey())
                            + (kind.getValue() > 1 ? "（ほか " + (kind.getValue() - 1) + " か所）" : "")));
            if (kinds.size() > KINDS) {
                lines.add("    ほか " + (kinds.size() - KINDS) + " 種類の指摘");
            }
        });
        if (told.size() > SHOWN) {
            lines.add("  ほか " + (told.size() - SHOWN) + " 件");
        }
    }

    /// The first remark of each code, the heaviest first, with how many there are.
    private static Map<Note, Integer> kinds(CheckedFile file) {
        var first = new LinkedHashMap<String, Note>();
        var counts = new LinkedHashMap<String, Integer>();
        file.notes().stream()
                .sorted(Comparator.comparing(Note::severity).reversed())
                .forEach(note -> {
                    first.putIfAbsent(note.code(), note);
                    counts.merge(note.code(), 1, Integer::sum);
                });
        var kinds = new LinkedHashMap<Note, Integer>();
        first.forEach((code, note) -> kinds.put(note, counts.getOrDefault(code, 1)));
        return kinds;
    }

    /// What the profiles say, of files that our readers take too.
    static void profiles(List<CheckedFile> files, List<String> lines) {
        var told = files.stream()
                .filter(file -> file.notes().stream().anyMatch(CheckReportNotes::isOfProfile))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("プロファイルによる検証の指摘があるファイル: " + told.size());
        told.stream().limit(SHOWN).forEach(file -> {
            lines.add("  " + file.path());
            file.notes().stream()
                    .filter(CheckReportNotes::isOfProfile)
                    .limit(20)
                    .forEach(note -> lines.add("    " + line(file.format(), note)));
        });
    }

    private static boolean isOfProfile(Note note) {
        return note.code().equals(ProfileJudge.ERROR) || note.code().equals(ProfileJudge.NOT_JUDGED);
    }

    /// `total-differs（書かれた合計と実際の件数・点数が違います） [8 行目 GO[1] 総件数] 記載は 140、実際は 75`.
    static String line(Format format, Note note) {
        var place = place(format, note);
        return note.code()
                + NoteWords.japanese(note.code())
                        .map(words -> "（" + words + "）")
                        .orElse("")
                + (place.isEmpty() ? "" : " [" + place + "]")
                + (note.text().isEmpty() ? "" : " " + NoteDetails.japanese(note.text()));
    }

    static String place(Format format, Note note) {
        return ((note.line() > 0 ? note.line() + " 行目 " : "") + FieldNames.named(format, note.field())).strip();
    }
}
