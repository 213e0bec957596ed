package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreensTest {
    private static final Pattern ICON = Pattern.compile("icons-[^\"]*\\.svg#([a-z-]+)");
    private static final Pattern TEXT = Pattern.compile("<[^>]*>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("hmnet\\.[a-z]");
    private static final Pattern RAW = Pattern.compile(
            "HMNET_|hmnet\\.[a-z]|\\[0-9\\]|\\[A-Za-z|\\\\d|\\)\\?\\$|\\.\\*\\(|[0-9]\\*\\*|\\.?10\\*[0-9]");
    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(\\.[\\w-]+){1,}\\.?[a-z][\\w-]*\\b");

    static Stream<Screen> screens() {
        return Screens.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyWordOnAScreenIsSaidInBothLanguages(Screen screen) {
        for (var language : Language.values()) {
            var text = TEXT.matcher(screen.in(language)).replaceAll(" ");
            assertThat(KEY.matcher(text).results().map(match -> match.group()))
                    .as("keys without words")
                    .isEmpty();
        }
    }

    /// An icon that no sprite holds is an empty place, and nobody is told.
    @ParameterizedTest
    @MethodSource("screens")
    void everyIconThatIsDrawnIsThere(Screen screen) throws IOException {
        var sprite = Files.readString(Path.of("frontend", "icons.svg"));
        assertThat(ICON.matcher(screen.in(Language.JAPANESE)).results().map(match -> match.group(1)))
                .allMatch(name -> sprite.contains("id=\"" + name + "\""));
    }

    /// U19: what a centre is set up with, and how a machine writes a unit or a rule, is no word for people.
    @ParameterizedTest
    @MethodSource("screens")
    void noScreenShowsASettingARegularExpressionOrAMachinesUnit(Screen screen) {
        // What a card's number looks like is what an operator writes on that page.
        var shapes = screen.template().equals("office/issuing/schemes");
        for (var language : Language.values()) {
            var text = TEXT.matcher(screen.in(language)).replaceAll(" ");
            assertThat(text).doesNotContain("HMNET_").doesNotContainPattern(shapes ? SETTING : RAW);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noScreenCarriesScriptOrStyleOfItsOwn(Screen screen) {
        assertThat(screen.in(Language.JAPANESE))
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?! type=\"module\" src=)");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenHasOneHeadingOfTheFirstRank(Screen screen) {
        assertThat(screen.in(Language.JAPANESE).split("<h1", -1)).hasSize(2);
    }
}
