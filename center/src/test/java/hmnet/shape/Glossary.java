package hmnet.shape;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// GLOSSARY.md (用語集): the words of the field, written by hand, and below them a section for each package
/// with a row for each term its types give.
final class Glossary {
    static final Path FILE = House.ROOT.resolve("GLOSSARY.md");
    private static final String BY_MODULE = "## By module";

    private Glossary() {}

    /// What the sources say.
    static List<Term> terms() {
        return House.files("java").filter(SourceFile::shipped).flatMap(Term::in).toList();
    }

    /// What the file says: its rows whose first cell is code.
    static List<Term> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .flatMap(line -> Term.fromRow(line).stream())
                .toList();
    }

    /// Writes the sections by module anew; the words of the field stay as they are.
    static void write() throws IOException {
        var byHand = Files.readString(FILE);
        var end = byHand.indexOf(BY_MODULE);
        var sections = terms().stream()
                .sorted(Comparator.comparing(Term::english, String.CASE_INSENSITIVE_ORDER))
                .collect(groupingBy(Term::where, TreeMap::new, mapping(Term::row, joining("\n"))));
        Files.writeString(
                FILE,
                (end < 0 ? byHand + "\n" : byHand.substring(0, end))
                        + BY_MODULE
                        + "\n"
                        + sections.entrySet().stream()
                                .map(section -> section(section.getKey(), section.getValue()))
                                .collect(joining()));
    }

    private static String section(String where, String rows) {
        return Stream.of(
                        "",
                        "### " + where.replaceFirst("^hmnet\\.", ""),
                        "",
                        "| English | 日本語 | Meaning | Where |",
                        "|---|---|---|---|",
                        rows,
                        "")
                .collect(joining("\n"));
    }
}
