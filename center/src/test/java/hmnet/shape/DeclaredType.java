package hmnet.shape;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A type as a shipped source declares it (宣言された型).
///
/// @param module the Maven module
/// @param ofSealed whether it is a case of the sealed interface it stands in, and read with its name:
/// `Decision.Refused`
record DeclaredType(SourceFile file, String module, String name, int line, boolean ofSealed) {
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^ *(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed) )*"
                    + "(?:class|record|enum|@?interface) ([A-Z]\\w*)([^{;]*)[{;]");
    private static final Pattern SEALED =
            Pattern.compile("(?m)^ *(?:\\w+ )*?sealed (?:\\w+ )*?(?:interface|class) (\\w+)");
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z]+");
    private static final Pattern PARTICIPLE = Pattern.compile("\\w+(?:ed|ing)|Heard|Told|Said|Taken|Sought|Shown|Kept"
            + "|Given|Known|Left|Sent|Seen|Done|Held|Met|Made|Felt|Found|Lost|Read|Written|Spoken|Drawn|Chosen|Begun"
            + "|Built|Bought|Brought|Understood|Stood|Gone|Fallen|Broken|Hidden");

    static Stream<DeclaredType> all() {
        return House.files("java").filter(SourceFile::shipped).flatMap(DeclaredType::of);
    }

    static Stream<DeclaredType> of(SourceFile file) {
        var text = file.text();
        var sealed = SEALED.matcher(text).results().map(found -> found.group(1)).toList();
        var module = House.ROOT.relativize(file.path()).getName(0).toString();
        return DECLARATION.matcher(text).results().map(found -> {
            var line = (int) text.substring(0, found.start(1)).lines().count() - 1;
            return new DeclaredType(file, module, found.group(1), line, isCase(found, sealed));
        });
    }

    private static boolean isCase(MatchResult found, List<String> sealed) {
        return sealed.stream()
                .anyMatch(parent -> Pattern.compile("\\b(?:implements|extends) (?:[\\w<>, ]*\\W)?" + parent + "\\b")
                        .matcher(found.group(2))
                        .find());
    }

    /// Whether it is one word that says what was done or is being done, and not what the thing is.
    boolean participle(Set<String> nouns) {
        return ONE_WORD.matcher(name).matches() && PARTICIPLE.matcher(name).matches() && !nouns.contains(name);
    }

    String finding(String sentence) {
        return file.at(line, name + ": " + sentence);
    }
}
