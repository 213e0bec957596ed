package hmnet.shape;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A word of ours with its Japanese term (用語), as the first sentence of its doc gives it.
///
/// @param english the module's word or the type's name
/// @param japanese the term in the brackets of the first sentence
record Term(String english, String japanese, String meaning, String where) {
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\s*[（(]([^（）()]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^（）()]*)[）)]");
    private static final Pattern TYPE = Pattern.compile(
            "^public (?:(?:final|sealed|non-sealed|abstract|static) )*(?:class|record|enum|interface|@interface) (\\w+)");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (.*?) \\| (.*) \\| `([\\w.]+)` \\|");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    /// The term a file gives: that of its public type, or of the package it is the title of.
    static Stream<Term> in(SourceFile file) {
        var where = PACKAGE.matcher(file.text())
                .results()
                .map(found -> found.group(1))
                .findFirst();
        return where.isEmpty()
                ? Stream.of()
                : english(file, where.get()).flatMap(name -> of(name, file, where.get())).stream();
    }

    private static Optional<String> english(SourceFile file, String where) {
        if (file.name().equals("package-info.java")) {
            return Optional.of(where.substring(where.lastIndexOf('.') + 1));
        }
        return file.lines().stream()
                .map(TYPE::matcher)
                .filter(type -> type.find())
                .map(type -> type.group(1))
                .findFirst();
    }

    private static Optional<Term> of(String english, SourceFile file, String where) {
        var sentence = firstSentence(file);
        var brackets = IN_BRACKETS.matcher(sentence);
        if (!brackets.find()) {
            return Optional.empty();
        }
        var meaning = brackets.replaceFirst("").replaceAll("[.:,]$", "").replace("|", "\\|");
        return Optional.of(
                new Term(english, brackets.group(1).replaceFirst("[,;；].*", "").strip(), meaning, where));
    }

    /// The first sentence of the first doc comment at the left margin.
    private static String firstSentence(SourceFile file) {
        var doc = new StringBuilder();
        for (var line : file.lines()) {
            if (line.startsWith("/// ")) {
                doc.append(line.substring(3));
            } else if (!doc.isEmpty()) {
                break;
            }
        }
        return doc.toString().strip().split("(?<=[.。]) (?=[A-Z`])|(?<=。)", 2)[0];
    }

    /// The term a line of GLOSSARY.md gives, if it is one of code.
    static Optional<Term> fromRow(String line) {
        var row = ROW.matcher(line);
        return row.matches()
                ? Optional.of(new Term(row.group(1), row.group(2), row.group(3), row.group(4)))
                : Optional.empty();
    }

    /// What must agree between source and glossary; the meaning may be worded better in the latter.
    String key() {
        return where + " " + english + " " + japanese;
    }

    /// The line of GLOSSARY.md.
    String row() {
        return "| `%s` | %s | %s | `%s` |".formatted(english, japanese, meaning, where);
    }
}
