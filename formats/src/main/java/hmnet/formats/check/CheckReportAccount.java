package hmnet.formats.check;

import hmnet.formats.check.account.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How many of the values of each format went where (項目の収支の表), in Markdown.
final class CheckReportAccount {
    private CheckReportAccount() {}

    static String markdown(List<CheckedFile> files) {
        var lines = new ArrayList<String>();
        lines.add("| format | files | values | chart | identity | FHIR only | in the document | structure | withheld"
                + " | not carried | fields not carried |");
        lines.add("|---|" + "--:|".repeat(10));
        var byFormat = files.stream()
                .filter(file -> file.account().values() > 0)
                .collect(Collectors.groupingBy(file -> file.format().code(), TreeMap::new, Collectors.toList()));
        byFormat.forEach((format, group) -> lines.add(line(format, group)));
        return String.join("\n", lines);
    }

    private static String line(String format, List<CheckedFile> files) {
        int values = files.stream().mapToInt(file -> file.account().values()).sum();
        var line = new StringBuilder("| `" + format + "` | " + files.size() + " | " + values + " |");
        for (var to : Destination.values()) {
            int went = files.stream()
                    .mapToInt(file -> file.account().counts().getOrDefault(to, 0))
                    .sum();
            line.append(' ').append(share(went, values)).append(" |");
        }
        return line.append(' ').append(fields(files)).append(" |").toString();
    }

    private static String share(int part, int whole) {
        return part == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static long fields(List<CheckedFile> files) {
        return files.stream()
                .flatMap(file -> file.account().notCarried().stream())
                .map(lost -> lost.path())
                .distinct()
                .count();
    }
}
