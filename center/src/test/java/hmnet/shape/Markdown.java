package hmnet.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A document (文書): its prose without the blocks of code, and what its prose names.
record Markdown(SourceFile file, List<String> prose) {
    private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$");

    /// Something that stands in a line.
    record Named(String text, int line) {}

    /// @return the file with its blocks of code blanked, so that line numbers stay
    static Markdown of(SourceFile file) {
        var prose = new ArrayList<String>();
        var fenced = false;
        for (var line : file.lines()) {
            var fence = line.strip().startsWith("```");
            var indented = line.startsWith("    ")
                    && (prose.isEmpty() || prose.getLast().isBlank());
            prose.add(fenced || fence || indented ? "" : line);
            fenced = fenced != fence;
        }
        return new Markdown(file, List.copyOf(prose));
    }

    /// Every document of the project.
    static Stream<Markdown> all() {
        return House.files("md").map(Markdown::of);
    }

    /// What stands between backticks.
    Stream<Named> spans() {
        return found(SPAN);
    }

    /// Where its links and pictures lead to.
    Stream<Named> links() {
        return found(LINK);
    }

    /// The names by which links reach its headings.
    Set<String> anchors() {
        return prose.stream()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .map(heading -> heading.group(1)
                        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /// Lines that are too long to be compared side by side: of prose, not of tables or blocks of code.
    Stream<Named> linesLongerThan(int length) {
        return IntStream.range(0, prose.size())
                .filter(n -> prose.get(n).length() > length && !prose.get(n).startsWith("|"))
                .mapToObj(n -> new Named(prose.get(n), n));
    }

    String at(Named named, String sentence) {
        return file.at(named.line(), sentence);
    }

    private Stream<Named> found(Pattern pattern) {
        return IntStream.range(0, prose.size())
                .boxed()
                .flatMap(n -> pattern.matcher(prose.get(n)).results().map(found -> new Named(found.group(1), n)));
    }
}
