package hmnet.ground.gate;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody who asks (照会者), as a column of the table.
record Asker(String name, Door door, LetIn letIn) {
    /// What an answer repeats of the question: the address in another language, and whom it was about.
    private static final Pattern REPEATED =
            Pattern.compile("href=\"[^\"]*lang=[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Sends a request over a real connection; the headers are words in turn.
    interface Door {
        HttpResponse<String> ask(String method, String address, String... headers);
    }

    /// The result of asking: the letter of the table, and the answer without what it repeats of the question.
    record Heard(char letter, int status, String body) {
        boolean letIn() {
            return letter == 'o' || letter == 'c' || letter == 'u';
        }

        boolean sameAnswerAs(Heard other) {
            return status == other.status && body.equals(other.body);
        }
    }

    Heard ask(AskedRoute route, String address) {
        var mark = UUID.randomUUID().toString();
        var headers = new ArrayList<>(List.of(LetIn.MARK, mark));
        if (!route.reads()) {
            headers.addAll(List.of("Content-Type", route.askedType()));
        }
        if (route.endsSession()) {
            headers.addAll(List.of(LetIn.NO_FURTHER, "yes"));
        }
        var answer = door.ask(route.askedMethod(), address, headers.toArray(String[]::new));
        var letter = letter(answer.statusCode(), letIn.taken(mark), route.name());
        return new Heard(
                letter, answer.statusCode(), REPEATED.matcher(answer.body()).replaceAll(""));
    }

    /// The letters as `routes.txt` explains them.
    private static char letter(int status, Optional<String> reached, String handler) {
        if (reached.isEmpty()) {
            return switch (status) {
                case 303, 401 -> '?';
                case 403 -> '-';
                case 404 -> 'n';
                default -> 'x';
            };
        }
        if (!reached.get().equals(handler)) {
            return 'x';
        }
        if (status >= 500) {
            return '!';
        }
        return switch (status) {
            case 403 -> 'c';
            case 404 -> 'u';
            default -> 'o';
        };
    }
}
