package hmnet.shape;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.shape.Markdown.Named;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each table belongs to one module (表の持ち主), whose README names it after `Table:` or `Tables:`.
class TablesTest {
    private static final Pattern LIST = Pattern.compile("^(?:- )?Tables?: (.*)");
    private static final Pattern NAME = Pattern.compile("`([a-z_0-9]+)`");
    private static final Pattern MADE =
            Pattern.compile("(?m)^create (?:unlogged )?table (?:if not exists )?(\\w+)\\b(?!\\s+partition of)");
    private static final Pattern DROPPED = Pattern.compile("(?m)^drop table (?:if exists )?(\\w+)");

    private record Claim(Markdown page, Named table) {}

    @Test
    void everyTableOfAModuleIsThere() {
        var there = tables();
        TidyTest.none(claims().filter(claim -> !there.contains(claim.table().text()))
                .map(claim -> claim.page()
                        .at(
                                claim.table(),
                                "no migration makes this table: "
                                        + claim.table().text())));
    }

    @Test
    void everyTableStandsOnThePageOfOneModule() {
        TidyTest.none(tables().stream().sorted().flatMap(table -> {
            var pages = claims().filter(claim -> claim.table().text().equals(table))
                    .map(claim ->
                            House.ROOT.relativize(claim.page().file().path()).toString())
                    .toList();
            return pages.size() == 1
                    ? Stream.of()
                    : Stream.of("%s: name it after `Tables:` in the README of the one module it belongs to; now %s"
                            .formatted(table, pages));
        }));
    }

    @Test
    void whatAPageOnlySpeaksOfIsNotItsOwn() {
        assertThat(own("`a` (marks; `charts` reads [them](../x/README.md)), `b_1`; elsewhere: `c`. It reads `d`."))
                .containsExactly("a", "b_1");
    }

    private static Stream<Claim> claims() {
        return Markdown.all()
                .filter(page -> page.file().under("center/src/main"))
                .flatMap(TablesTest::claims);
    }

    private static Stream<Claim> claims(Markdown page) {
        return IntStream.range(0, page.prose().size())
                .boxed()
                .flatMap(n -> LIST.matcher(page.prose().get(n))
                        .results()
                        .flatMap(list -> own(list.group(1)))
                        .map(table -> new Claim(page, new Named(table, n))));
    }

    /// The first clause, without what stands in brackets.
    private static Stream<String> own(String list) {
        var bare = list.replaceAll("\\([^()]*\\)", "").replaceAll("\\([^()]*\\)", "");
        return NAME.matcher(bare.split("[.;](?: |$)", 2)[0]).results().map(found -> found.group(1));
    }

    /// Parts of a table are no tables of their own.
    private static Set<String> tables() {
        var dropped = named(DROPPED);
        return named(MADE).stream().filter(table -> !dropped.contains(table)).collect(toSet());
    }

    private static Set<String> named(Pattern pattern) {
        return House.files("sql")
                .filter(SourceFile::shipped)
                .flatMap(file -> pattern.matcher(file.text()).results())
                .map(found -> found.group(1))
                .collect(toSet());
    }
}
