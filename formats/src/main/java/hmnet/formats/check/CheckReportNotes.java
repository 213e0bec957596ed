package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.file.NoteWords;
import java.util.List;

/// Remarks in words for people (指摘の文).
final class CheckReportNotes {
    static final int SHOWN = 200;

    private CheckReportNotes() {}

    static void notes(List<CheckedFile> files, String heading, Outcome outcome, List<String> lines) {
        var told = files.stream().filter(file -> file.outcome() == outcome).toList();
        if (told.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading + ": " + told.size());
        told.stream().limit(SHOWN).forEach(file -> {
            lines.add("  " + file.path());
            file.notes().stream().limit(5).forEach(note -> lines.add("    " + line(note)));
        });
        if (told.size() > SHOWN) {
            lines.add("  ほか " + (told.size() - SHOWN) + " 件");
        }
    }

    static String line(Note note) {
        var place = (note.line() > 0 ? note.line() + " 行目 " : "") + note.field();
        return note.code()
                + NoteWords.japanese(note.code())
                        .map(words -> "（" + words + "）")
                        .orElse("")
                + (place.isBlank() ? "" : " [" + place.strip() + "]")
                + (note.text().isEmpty() ? "" : " " + note.text());
    }
}
