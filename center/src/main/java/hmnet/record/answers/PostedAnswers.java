package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.ItemRules;
import hmnet.record.sheets.SheetItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answers of a form as a browser sends them (送信された回答). The name of a field is `a-` and the path; what can be left
/// unchosen is named in `on`, since a browser sends nothing of it. What was not on the form stays as it was.
public final class PostedAnswers {
    private static final String ANSWER = "a-";
    private static final String OTHER = "o-";
    private static final String UNIT = "u-";

    private final Map<String, List<String>> sent;
    private final Set<String> shown;

    private PostedAnswers(Map<String, List<String>> sent) {
        this.sent = sent;
        this.shown = new HashSet<>(sent.getOrDefault("on", List.of()));
    }

    public static FilledSheet on(FilledSheet before, Map<String, List<String>> sent) {
        var posted = new PostedAnswers(sent);
        return roomy(before, sent).map(posted::answered);
    }

    /// With a place for whatever was sent: repetitions may have been taken away since the form was drawn.
    private static FilledSheet roomy(FilledSheet before, Map<String, List<String>> sent) {
        var places = before.all().map(FilledItem::path).collect(Collectors.toSet());
        var roomy = before;
        for (var field : sent.entrySet()) {
            var name = field.getKey();
            if (name.startsWith(ANSWER)
                    && !places.contains(name.substring(ANSWER.length()))
                    && field.getValue().stream().anyMatch(typed -> !typed.isBlank())) {
                roomy = roomy(roomy, name.substring(ANSWER.length()));
            }
        }
        return roomy;
    }

    private static FilledSheet roomy(FilledSheet before, String path) {
        var roomy = before;
        for (var end = path.indexOf('-'); end > 0; end = path.indexOf('-', end + 1)) {
            var dot = path.lastIndexOf('.', end);
            var which = dot < 0 ? Optional.<Integer>empty() : number(path.substring(dot + 1, end), ItemRules.OCCURS);
            var group = dot < 0 ? Optional.<FilledItem>empty() : roomy.at(path.substring(0, dot));
            if (which.isEmpty() || group.isEmpty()) {
                return roomy; // Nothing can stand below a place that is not there.
            }
            for (var n = group.get().groups().size(); n <= which.get(); n++) {
                roomy = roomy.added(path.substring(0, dot));
            }
        }
        return roomy;
    }

    private FilledItem answered(FilledItem one) {
        var item = one.item();
        if (!item.kind().isQuestion() || isFixed(item)) {
            return one;
        }
        var name = ANSWER + one.path();
        if (!shown.contains(one.path()) && !sent.containsKey(name)) {
            return one;
        }
        // One more than may be, so that it is told and not cut off.
        var most = Math.max(ItemRules.OCCURS, item.choices().size()) + 1L;
        var values = sent.getOrDefault(name, List.of()).stream().limit(most);
        return one.with(
                switch (item.kind()) {
                    case BOOLEAN ->
                        values.filter(word -> word.equals("true") || word.equals("false"))
                                .limit(1)
                                .<AnswerValue>map(word -> new AnswerValue.YesNo(word.equals("true")))
                                .toList();
                    case CHOICE, OPEN_CHOICE ->
                        item.choices().isEmpty() ? typed(one, values.toList()) : chosen(one, values.toList());
                    case GROUP,
                            DISPLAY,
                            DECIMAL,
                            INTEGER,
                            DATE,
                            DATE_TIME,
                            TIME,
                            STRING,
                            TEXT,
                            URL,
                            QUANTITY,
                            ATTACHMENT,
                            REFERENCE -> typed(one, values.toList());
                });
    }

    /// What nobody fills in: read only, computed, or not shown.
    static boolean isFixed(SheetItem item) {
        return item.rules().readOnly()
                || item.rules().hidden()
                || !item.expressions().calculated().isEmpty();
    }

    private List<AnswerValue> typed(FilledItem one, List<String> typed) {
        var units = sent.getOrDefault(UNIT + one.path(), List.of());
        var values = new ArrayList<AnswerValue>();
        for (var n = 0; n < typed.size(); n++) {
            TypedAnswer.read(one.item(), typed.get(n), n < units.size() ? units.get(n) : "")
                    .ifPresent(values::add);
        }
        return one.item().rules().repeats() ? values : values.stream().limit(1).toList();
    }

    private List<AnswerValue> chosen(FilledItem one, List<String> numbers) {
        var choices = one.item().choices();
        var chosen = numbers.stream()
                .flatMap(number -> number(number, choices.size()).stream())
                .map(number -> choices.get(number).value());
        var other = one.item().open()
                ? sent.getOrDefault(OTHER + one.path(), List.of()).stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> (AnswerValue) new AnswerValue.Words(text.strip()))
                : Stream.<AnswerValue>of();
        // An option and other words at once are two answers; which one is meant, only who wrote them can say.
        return Stream.concat(chosen, other).distinct().toList();
    }

    private static Optional<Integer> number(String text, int below) {
        try {
            int number = Integer.parseInt(text);
            return number >= 0 && number < below ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
