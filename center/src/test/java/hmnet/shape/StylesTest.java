package hmnet.shape;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each style lies beside the screens that need it (画面の体裁); what several modules need lies in `ground/design`.
class StylesTest {
    private static final Path DESIGN = House.ROOT.resolve("center/src/main/java/hmnet/ground/design");
    private static final Pattern RULES = Pattern.compile("\\{[^{}]*}|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][\\w-]*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("class=\"([^\"]*)\"");

    @Test
    void everyStyleServesItsOwnModule() {
        TidyTest.none(House.files("css")
                .filter(sheet -> !sheet.path().startsWith(DESIGN) && sheet.under("center/src/main/java"))
                .flatMap(sheet -> classes(sheet)
                        .filter(name -> shownBy(name, sheet.folder(), false))
                        .filter(name -> !shownBy(name, sheet.folder(), true))
                        .map(name -> "%s: move .%s to the module that shows it, or to ground/design if several do"
                                .formatted(House.ROOT.relativize(sheet.path()), name))));
    }

    @Test
    void everyComponentHasItsPlaceInTheOrder() {
        var order = House.text(House.ROOT.resolve("center/frontend/main.css"));
        TidyTest.none(House.files("css")
                .filter(sheet -> sheet.path().startsWith(DESIGN) && !order.contains("/ground/design/" + sheet.name()))
                .map(sheet -> sheet.name() + ": name it in center/frontend/main.css where it belongs in the order"));
    }

    private static Stream<String> classes(SourceFile sheet) {
        return CLASS.matcher(RULES.matcher(sheet.text()).replaceAll("{}"))
                .results()
                .map(found -> found.group(1))
                .distinct();
    }

    private static boolean shownBy(String name, Path module, boolean own) {
        var word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        return House.files("jte")
                .filter(template -> template.path().startsWith(module) == own
                        && !template.path().startsWith(DESIGN))
                .anyMatch(template -> ATTRIBUTE
                        .matcher(template.text())
                        .results()
                        .anyMatch(found -> word.matcher(found.group(1)).find()));
    }
}
