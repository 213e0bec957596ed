package hmnet.shape;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One text file of the project (ソースファイル).
record SourceFile(Path path, List<String> lines) {
    String name() {
        return path.getFileName().toString();
    }

    Path folder() {
        return Objects.requireNonNull(path.getParent());
    }

    String extension() {
        return extension(name());
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String text() {
        return String.join("\n", lines);
    }

    boolean under(String folder) {
        return path.startsWith(House.ROOT.resolve(folder));
    }

    /// Whether it goes into what is shipped, not into a test.
    boolean shipped() {
        return path.toString().contains("/src/main/");
    }

    /// Downloaded or generated as it stands: not ours to tidy.
    boolean foreign() {
        return name().equals("package-lock.json")
                || name().endsWith(".min.js")
                || path.toString().contains("/vendor/");
    }

    /// Where the pattern is found: `path:line`, followed by the sentence that says what to do.
    Stream<String> finds(Pattern pattern, String sentence) {
        return IntStream.range(0, lines.size())
                .filter(n -> pattern.matcher(lines.get(n)).find())
                .mapToObj(n -> at(n, sentence));
    }

    String at(int line, String sentence) {
        return "%s:%d: %s".formatted(House.ROOT.relativize(path), line + 1, sentence);
    }
}
