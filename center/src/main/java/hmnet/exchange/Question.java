package hmnet.exchange;

import hmnet.folding.Digits;
import hmnet.identity.MyNumber;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was asked, as it goes into the audit log (照会; ATNA).
///
/// @param transaction as the profile calls it, such as `ITI-78`
/// @param id by which the caller knows the question: MSH-10, X-Request-Id
/// @param parameters as the caller wrote them
public record Question(String transaction, String id, SortedMap<String, String> parameters) {
    private static final int ID_MAX = 100;
    private static final int WRITTEN_MAX = 900;
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９][0-9０-９ 　\\-−ー]{10,}[0-9０-９]");

    public Question {
        parameters = new TreeMap<>(parameters);
        id = id.substring(0, Math.min(ID_MAX, id.length()));
    }

    /// Whether an individual number (個人番号) stands anywhere in it.
    ///
    /// @param phone a telephone number of as many digits is none
    /// @param chart a chart number that a facility really gave is none
    boolean namesIndividual(String phone, String chart) {
        return MyNumber.looksLike(id) || parameters.values().stream().anyMatch(value -> names(value, phone, chart));
    }

    private static boolean names(String value, String phone, String chart) {
        return DIGITS.matcher(value)
                .results()
                .map(found -> found.group())
                .anyMatch(digits -> MyNumber.looksLike(digits)
                        && !digits.equals(chart)
                        && (phone.isBlank() || Digits.phone(digits) != Digits.phone(phone)));
    }

    /// The parameters in one line, cut to what the log takes.
    String written() {
        var line = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return line.substring(0, Math.min(WRITTEN_MAX, line.length()));
    }

    Question withoutParameters() {
        return new Question(transaction, "", new TreeMap<>());
    }
}
