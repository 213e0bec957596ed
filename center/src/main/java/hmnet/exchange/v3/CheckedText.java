package hmnet.exchange.v3;

import hmnet.exchange.callers.Question;
import hmnet.formats.base.hl7.Hl7Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is said in words or digits (文言): looked through for individual numbers (個人番号), and what an
/// audit log keeps of a query.
public final class CheckedText {
    private static final Set<String> TIMES = Set.of("time", "low", "high");
    private static final String PHONE = "tel:";

    private CheckedText() {}

    /// Every text and every value of an attribute.
    public static String of(Element element) {
        return element.said().map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.joining(","));
    }

    /// The values of a query's parameters by name, as they go into the log.
    public static SortedMap<String, String> parameters(Element list) {
        var written = new TreeMap<String, String>();
        list.children()
                .forEach(parameter -> written.merge(
                        parameter.local(),
                        parameter.children("value").stream()
                                .map(CheckedText::of)
                                .collect(Collectors.joining(",")),
                        (one, other) -> one + "," + other));
        return written;
    }

    /// What in it is a time, or a telephone number with a country's code: of twelve digits too, and no number
    /// of a person.
    public static List<String> known(Element element) {
        var known = new ArrayList<String>();
        collect(element, false, known);
        return known;
    }

    private static void collect(Element element, boolean within, List<String> known) {
        var time = within || TIMES.contains(element.local()) || element.local().endsWith("Time");
        var value = element.attribute("value");
        if (time ? Hl7Time.at(value) != null : isAbroad(value)) {
            known.add(value);
        }
        element.children().forEach(child -> collect(child, time, known));
    }

    private static boolean isAbroad(String value) {
        return value.startsWith(PHONE) && Question.isAbroad(value.substring(PHONE.length()));
    }
}
