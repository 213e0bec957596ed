package hmnet.record.forms;

import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.PostedAnswers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One step of filling in, as a form sends it (記入の一手): the answers of a page, and what to do next.
///
/// @param seen the version of the draft that the form was drawn from
/// @param page from 0
/// @param group the repeated group that is added to or taken from, or empty
/// @param which repetition is taken away, or which page is next; -1 where nothing of this kind is asked
public record FormStep(FormAct act, int seen, int page, String group, int which, Map<String, List<String>> sent) {
    /// What to do with the answers (操作).
    public enum FormAct {
        SAVE,
        NEXT,
        BACK,
        LEAVE,
        SIGN,
        /// Saved, and on to a page that was chosen.
        GO
    }

    public static FormStep of(Map<String, List<String>> sent) {
        var words = word(sent, "act").split(":", -1);
        return new FormStep(
                switch (words[0]) {
                    case "next" -> FormAct.NEXT;
                    case "back" -> FormAct.BACK;
                    case "leave" -> FormAct.LEAVE;
                    case "sign" -> FormAct.SIGN;
                    case "page" -> FormAct.GO;
                    // From outside: save, what changes groups, and what no form of ours sends.
                    default -> FormAct.SAVE;
                },
                whole(word(sent, "seen")),
                Math.max(0, whole(word(sent, "page"))),
                words.length > 1 && (words[0].equals("add") || words[0].equals("remove")) ? words[1] : "",
                words.length > 2 && words[0].equals("remove")
                        ? whole(words[2])
                        : words.length > 1 && words[0].equals("page") ? whole(words[1]) : -1,
                sent);
    }

    /// Computed answers that the author was told are missing, by path.
    public Set<String> without() {
        return Set.copyOf(sent.getOrDefault("without", List.of()));
    }

    /// The answers with those that were sent, and with the group added or taken away.
    public FilledSheet applied(FilledSheet before) {
        var answered = typed(before);
        return group.isEmpty() ? answered : which < 0 ? answered.added(group) : answered.removed(group, which);
    }

    /// The answers with those that were sent, and nothing else changed.
    public FilledSheet typed(FilledSheet before) {
        return PostedAnswers.on(before, sent);
    }

    private static String word(Map<String, List<String>> sent, String name) {
        var words = sent.getOrDefault(name, List.of());
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
