package hmnet.shape;

import org.junit.jupiter.api.Test;

/// A document can be read and compared (文書の読みやすさ): on a screen, and a module's on one page.
class LegibleTest {
    private static final int LINE_MAX = 180;
    private static final int PAGE_MAX = 80;

    @Test
    void everyLineFitsTheScreen() {
        TidyTest.none(Markdown.all()
                .flatMap(page -> page.linesLongerThan(LINE_MAX)
                        .map(line -> page.at(line, "break the line: more than " + LINE_MAX + " characters"))));
    }

    @Test
    void theReadmeOfAModuleIsOnePage() {
        TidyTest.none(House.files("md")
                .filter(file -> file.name().equals("README.md") && isOfAModule(file))
                .filter(file -> file.lines().size() > PAGE_MAX)
                .map(file -> file.at(PAGE_MAX, "one page is " + PAGE_MAX + " lines: keep what a newcomer needs")));
    }

    private static boolean isOfAModule(SourceFile file) {
        return file.path().toString().contains("/src/main/java/")
                || House.MAVEN_MODULES.stream()
                        .anyMatch(module ->
                                file.path().equals(House.ROOT.resolve(module).resolve(file.name())));
    }
}
