package hmnet.shape;

import static hmnet.shape.Messages.ENGLISH;
import static hmnet.shape.Messages.JAPANESE;

import hmnet.shape.Messages.Text;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word on a screen is a message in both languages (文言), and no message is left that nobody shows.
class MessagesTest {
    private static final Pattern JAPANESE_TEXT =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u3000-\u303f\uff01-\uff5e]");
    private static final Pattern SETTING = Pattern.compile("HMNET_|hmnet\\.[a-z]+\\.|\\[[0-9A-Za-z]-|\\\\d|\\.\\*");
    private static final Pattern JAPANESE_LITERAL =
            Pattern.compile("\"[^\"]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    @Test
    void everyMessageIsThereInBothLanguages() {
        TidyTest.none(Stream.concat(
                missing(JAPANESE, ENGLISH, Messages.ENGLISH_FILE), missing(ENGLISH, JAPANESE, Messages.JAPANESE_FILE)));
    }

    /// U19: whoever reads a screen has no file of settings.
    @Test
    void noMessageNamesASettingOrAPattern() {
        TidyTest.none(Stream.concat(JAPANESE.values().stream(), ENGLISH.values().stream())
                .filter(text -> SETTING.matcher(text.text()).find())
                .map(text -> "%s: say it in words: %s".formatted(text.key(), text.text())));
    }

    @Test
    void noMessageIsSaidTwice() {
        TidyTest.none(Stream.of(Messages.JAPANESE_FILE, Messages.ENGLISH_FILE).flatMap(file -> {
            var seen = new HashSet<String>();
            return Messages.texts(file)
                    .filter(text -> !seen.add(text.key()))
                    .map(text -> "%s/%s: remove %s, it is defined already".formatted(text.folder(), file, text.key()));
        }));
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        TidyTest.none(JAPANESE.values().stream()
                .filter(text -> {
                    var english = ENGLISH.get(text.key());
                    return english != null && !Messages.places(text.text()).equals(Messages.places(english.text()));
                })
                .map(text -> text.key() + ": use the same {0}, {1} … in both languages"));
    }

    @Test
    void everyKeyThatIsAskedForHasItsMessage() {
        TidyTest.none(Messages.asked()
                .filter(asked -> !asked.answered())
                .map(asked -> "Add to messages.properties and messages_en.properties of its module: " + asked.key()
                        + (asked.prefix() ? "…" : "") + "= (asked for by "
                        + House.ROOT.relativize(asked.by().path()) + ")"));
    }

    @Test
    void noKeyIsAskedForFromBelow() {
        TidyTest.none(Messages.asked()
                .filter(asked -> {
                    var text = JAPANESE.get(asked.key());
                    return text != null && wing(text.module()) > wing(asked.by().folder());
                })
                .map(asked -> "%s: move it down to the module of %s"
                        .formatted(asked.key(), House.ROOT.relativize(asked.by().path()))));
    }

    /// What several modules say may stand in `ground/design`.
    @Test
    void everyMessageIsShownByTheModuleThatBringsIt() {
        var mentioned = Messages.mentioned().toList();
        TidyTest.none(JAPANESE.values().stream()
                .filter(text -> mentioned.stream()
                        .filter(literal -> text.module().endsWith("ground/design")
                                || literal.by().path().startsWith(text.module()))
                        .noneMatch(literal -> literal.answeredBy(text.key())))
                .map(text -> "%s of %s: remove it from both files, or move it to the module that shows it"
                        .formatted(text.key(), text.folder())));
    }

    @Test
    void aTemplateHoldsNoJapaneseOfItsOwn() {
        TidyTest.none(House.files("jte")
                .flatMap(file -> Stream.of(file)
                        .map(template -> withoutComments(template))
                        .flatMap(template -> template.finds(
                                JAPANESE_TEXT,
                                "make it a message: ${m.t(\"key\")} and the text in both message files"))));
    }

    @Test
    void aPageHoldsNoJapaneseOfItsOwn() {
        TidyTest.none(House.files("java")
                .filter(file -> file.shipped() && file.name().endsWith("Page.java"))
                .flatMap(file -> file.finds(JAPANESE_LITERAL, "make it a message: messages.t(\"key\")")));
    }

    private static SourceFile withoutComments(SourceFile template) {
        var text = Pattern.compile("<%--.*?--%>", Pattern.DOTALL)
                .matcher(template.text())
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
        return new SourceFile(template.path(), text.lines().toList());
    }

    private static Stream<String> missing(Map<String, Text> said, Map<String, Text> other, String file) {
        return said.values().stream()
                .filter(text -> {
                    var beside = other.get(text.key());
                    return beside == null || !beside.module().equals(text.module());
                })
                .map(text -> "Add to %s/%s: %s=".formatted(text.folder(), file, text.key()));
    }

    private static int wing(Path folder) {
        var hmnet = House.ROOT.resolve("center/src/main/java/hmnet");
        return folder.equals(hmnet)
                ? ModularityTest.WINGS.size()
                : ModularityTest.WINGS.indexOf(
                        hmnet.relativize(folder).getName(0).toString());
    }
}
