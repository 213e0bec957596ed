package hmnet.shape;

import hmnet.shape.Markdown.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a document names is there (文書の整合): paths, types, settings, routes, verbs.
class DocsTest {
    /// They tell what was true on their day, and are not written anew.
    private static final Set<String> HISTORY = Set.of("CHANGELOG.md", "changes.md");

    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");
    private static final Pattern FILE = Pattern.compile(
            "(?:[\\w.@-]+/)*[\\w.@-]+\\.(?:java|md|sql|jte|css|svg|csv|properties|xml|js|options|config)");
    private static final Pattern FOLDER =
            Pattern.compile("(?:[a-z0-9._-]+/)+|(?:\\.|\\.\\.|formats|gateway|region|center|bench|docs)/[\\w./-]+");
    private static final Pattern PACKAGE = Pattern.compile("hmnet\\.[a-z0-9.-]+");
    private static final Pattern IN_PACKAGE =
            Pattern.compile("((?:[a-z0-9]+[./])+)([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\(.*\\))?");
    private static final Pattern TYPE =
            Pattern.compile("@?([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)((?:\\.\\w+)*)(?:\\(.*\\))?");
    private static final Pattern SETTING = Pattern.compile("\\bHMNET_[A-Z_]*");
    private static final Pattern ROUTE = Pattern.compile("(?:(?:GET|POST|PUT|DELETE|PATCH|HEAD) )?([/…]/?[a-z{][^ ]*)");
    private static final Pattern VERB = Pattern.compile("\\./hmnet ([a-z][a-z-]*)");

    @Test
    void everyLinkLeadsSomewhere() {
        TidyTest.none(Markdown.all()
                .flatMap(page -> page.links()
                        .filter(link -> !ELSEWHERE.matcher(link.text()).matches() && !reaches(page, link.text()))
                        .map(link -> page.at(link, "no such file or heading: " + link.text()))));
    }

    @Test
    void everyPathIsThere() {
        none(DocsTest::isPath, (page, span) -> isThere(page, span), "no such path");
    }

    @Test
    void everyTypeIsThere() {
        none(
                span -> TYPE.matcher(span).matches() && !isPath(span),
                (page, span) -> known(span),
                "no such type or member");
    }

    @Test
    void everyTypeOfAPackageIsThere() {
        none(DocsTest::isInPackage, (page, span) -> inPackage(span), "no such type in that package");
    }

    @Test
    void everyPackageOrPropertyIsThere() {
        none(
                span -> PACKAGE.matcher(span).matches(),
                (page, span) ->
                        Nameable.setting(span) || Nameable.path(page.file().path(), span.replace('.', '/')),
                "no such package or setting");
    }

    @Test
    void everyRouteIsMapped() {
        none(span -> ROUTE.matcher(span).matches(), DocsTest::leads, "no such route");
    }

    @Test
    void everySettingIsRead() {
        TidyTest.none(today().flatMap(page -> SETTING.matcher(page.file().text())
                .results()
                .map(found -> found.group())
                .distinct()
                .filter(setting -> !ForeignNames.ALL.contains(setting) && !Nameable.setting(setting))
                .map(setting -> page.at(new Named(setting, 0), "no such setting: " + setting))));
    }

    @Test
    void everyVerbIsOneOfTheCommand() {
        TidyTest.none(today().flatMap(page -> VERB.matcher(page.file().text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(verb -> !Nameable.verb(verb))
                .map(verb -> page.at(new Named(verb, 0), "no such verb: ./hmnet " + verb))));
    }

    @Test
    void everyExceptionIsNeeded() {
        var named = new HashSet<String>();
        today().forEach(page -> page.spans().forEach(span -> named.add(span.text())));
        TidyTest.none(ForeignNames.ALL.stream()
                .filter(word -> !named.contains(word))
                .map(word -> "ForeignNames: no document names " + word + " any more: take it out"));
    }

    private interface Check {
        boolean holds(Markdown page, String span);
    }

    private static void none(Predicate<String> concerned, Check check, String sentence) {
        TidyTest.none(today().flatMap(page -> page.spans()
                .filter(span -> !ForeignNames.ALL.contains(span.text()))
                .filter(span -> concerned.test(span.text()) && !check.holds(page, span.text()))
                .map(span -> page.at(span, sentence + ": " + span.text()))));
    }

    private static Stream<Markdown> today() {
        return Markdown.all().filter(page -> !HISTORY.contains(page.file().name()));
    }

    private static boolean reaches(Markdown page, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page.file().path() : target(page, parts[0]);
        return Files.exists(target) && (parts.length == 1 || hasHeading(target, parts[1]));
    }

    private static Path target(Markdown page, String path) {
        return page.file().path().resolveSibling(path).normalize();
    }

    private static boolean hasHeading(Path target, String anchor) {
        return Markdown.all()
                .filter(page -> page.file().path().equals(target))
                .anyMatch(page -> page.anchors().contains(anchor));
    }

    private static boolean isPath(String span) {
        return FILE.matcher(span).matches() || FOLDER.matcher(span).matches() && !span.startsWith("./hmnet");
    }

    /// Two words and a dot may be a file or a package: `base.csv`.
    private static boolean isThere(Markdown page, String span) {
        var here = page.file().path();
        return Nameable.path(here, span) || Nameable.path(here, span.replace('.', '/'));
    }

    private static boolean isInPackage(String span) {
        return IN_PACKAGE.matcher(span).matches()
                && !isPath(span)
                && !span.matches("(org|com|java|javax|jakarta|gg)\\..*");
    }

    /// `consents.Consents.choose` or `consents/Consents`: the file lies in that folder.
    private static boolean inPackage(String span) {
        var name = IN_PACKAGE.matcher(span);
        return name.matches()
                && Nameable.path(House.ROOT, name.group(1).replace('.', '/') + name.group(2) + ".java")
                && known(name.group(2) + name.group(3));
    }

    private static boolean known(String span) {
        var name = TYPE.matcher(span);
        return name.matches()
                && Nameable.type(name.group(1))
                && Stream.of(name.group(2).split("\\."))
                        .filter(member -> !member.isEmpty())
                        .allMatch(member -> Nameable.member(name.group(1), member));
    }

    /// Behind `…` stands the end of a route, or of a path.
    private static boolean leads(Markdown page, String span) {
        var named = ROUTE.matcher(span);
        return named.matches()
                && (Nameable.route(named.group(1))
                        || span.startsWith("…/") && Nameable.path(page.file().path(), span.substring(2)));
    }
}
