package hmnet.exchange.callers;

import hmnet.record.inbox.IndividualNumbers;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was asked, as it goes into the audit log (照会; ATNA).
///
/// @param transaction as the profile calls it, such as `ITI-78`
/// @param id by which the caller knows the question: MSH-10, X-Request-Id; not kept where it looks like an
///     individual number
/// @param parameters as the caller wrote them
/// @param known what in it is no number of a person, whatever its digits: times
public record Question(String transaction, String id, SortedMap<String, String> parameters, Set<String> known) {
    private static final int ID_MAX = 100;
    private static final int WRITTEN_MAX = 900;

    public Question {
        parameters = new TreeMap<>(parameters);
        id = IndividualNumbers.in(id).isEmpty() ? id.substring(0, Math.min(ID_MAX, id.length())) : "";
        known = Set.copyOf(known);
    }

    public Question(String transaction, String id, SortedMap<String, String> parameters) {
        this(transaction, id, parameters, Set.of());
    }

    public Question knowing(Collection<String> more) {
        var all = new HashSet<>(known);
        all.addAll(more);
        return new Question(transaction, id, parameters, all);
    }

    /// Whether an individual number (個人番号) stands anywhere in its parameters. Dots part no groups here: object
    /// identifiers are made of them.
    ///
    /// @param phone is none when it begins with a country's code: others have fewer digits
    /// @param charts chart numbers that the facility really gave are none
    public boolean namesIndividual(String phone, Collection<String> charts) {
        var others = Stream.of(known.stream(), charts.stream(), Stream.of(phone).filter(Question::isAbroad))
                .flatMap(all -> all)
                .flatMap(text -> IndividualNumbers.in(text).stream())
                .collect(Collectors.toSet());
        return parameters.values().stream().anyMatch(value -> !others.containsAll(IndividualNumbers.in(value)));
    }

    /// Whether a telephone number begins with a country's code.
    public static boolean isAbroad(String phone) {
        return phone.strip().startsWith("+") || phone.strip().startsWith("＋");
    }

    /// The parameters in one line, cut to what the log takes.
    String written() {
        var line = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return line.substring(0, Math.min(WRITTEN_MAX, line.length()));
    }

    public Question withoutParameters() {
        return new Question(transaction, "", new TreeMap<>());
    }
}
