package hmnet.formats.check;

import hmnet.formats.file.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The report as a table in Markdown (確認の報告の表).
final class CheckReportTable {
    private CheckReportTable() {}

    static String markdown(List<CheckedFile> files, int depth) {
        var lines = new ArrayList<String>();
        lines.add("| folder | format | kind | accepted | repaired | empty | refused |");
        lines.add("|---|---|---|--:|--:|--:|--:|");
        var byPlace = files.stream()
                .collect(Collectors.groupingBy(
                        file -> folder(file.path(), depth) + " | "
                                + file.format().code() + " | " + cell(file.kind()),
                        TreeMap::new,
                        Collectors.toList()));
        byPlace.forEach((place, group) -> {
            var of = new CheckReport(group);
            lines.add("| " + place + " | " + of.count(Outcome.ACCEPTED) + " | " + of.count(Outcome.REPAIRED) + " | "
                    + of.count(Outcome.EMPTY) + " | " + of.count(Outcome.REFUSED) + " |");
        });
        lines.add("");
        lines.add("| refused, of a format that is read | why |");
        lines.add("|---|---|");
        files.stream()
                .filter(file -> file.outcome() == Outcome.REFUSED && file.format() != Format.OTHER)
                .forEach(file -> lines.add("| " + cell(file.path()) + " | "
                        + cell(file.notes().stream()
                                .map(note -> CheckReportNotes.line(file.format(), note))
                                .collect(Collectors.joining("; ")))
                        + " |"));
        return String.join("\n", lines);
    }

    private static String folder(String path, int depth) {
        return Arrays.stream(path.split("/")).limit(depth).collect(Collectors.joining("/"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
