package hmnet.shape;

import static hmnet.shape.Messages.ENGLISH;
import static hmnet.shape.Messages.JAPANESE;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word on a screen is a message in both languages (文言), and no message is left that nobody shows.
class MessagesTest {
    private static final Pattern JAPANESE_TEXT =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u3000-\u303f\uff01-\uff5e]");
    private static final Pattern JAPANESE_LITERAL =
            Pattern.compile("\"[^\"]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    @Test
    void everyMessageIsThereInBothLanguages() {
        TidyTest.none(Stream.concat(
                without(JAPANESE, ENGLISH.keySet()).map(key -> "Add to messages_en.properties: " + key + "="),
                without(ENGLISH, JAPANESE.keySet()).map(key -> "Add to messages.properties (Japanese): " + key + "=")));
    }

    @Test
    void noMessageIsSaidTwice() {
        TidyTest.none(Stream.of("messages.properties", "messages_en.properties")
                .flatMap(file -> Messages.twice(file).map(key -> file + ": leave one line of " + key)));
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        TidyTest.none(JAPANESE.entrySet().stream()
                .filter(message -> ENGLISH.containsKey(message.getKey()))
                .filter(message -> !Messages.places(message.getValue())
                        .equals(Messages.places(ENGLISH.getOrDefault(message.getKey(), ""))))
                .map(message -> message.getKey() + ": use the same {0}, {1} … in both languages"));
    }

    @Test
    void everyKeyThatIsAskedForHasItsMessage() {
        TidyTest.none(Messages.asked()
                .filter(asked -> !asked.answered())
                .map(asked -> "Add to both message files: " + asked.key() + (asked.prefix() ? "…" : "")
                        + "= (asked for by " + House.ROOT.relativize(asked.by().path()) + ")"));
    }

    @Test
    void everyMessageIsShownSomewhere() {
        var mentioned = Messages.mentioned().toList();
        TidyTest.none(JAPANESE.keySet().stream()
                .filter(key -> mentioned.stream().noneMatch(literal -> literal.answeredBy(key)))
                .map(key -> key + ": remove it from both message files, no source mentions it or its beginning"));
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

    private static Stream<String> without(Map<String, String> messages, Set<String> known) {
        return messages.keySet().stream().filter(key -> !known.contains(key));
    }
}
