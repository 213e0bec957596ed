package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.DrugLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a drug is taken, by TQ1 and what stands beside the drug (用法).
public final class Usage {
    private static final Set<String> DAYS = Set.of("d", "D", "日", "DAY", "day");

    private Usage() {}

    /// In words.
    public static String text(DrugLine line) {
        var texts = new ArrayList<String>();
        var timing = line.timing();
        if (timing != null) {
            texts.add(pattern(timing));
            texts.add(timing.joined(11, " "));
        }
        if (line.drug().is("RXE")) {
            texts.add(Stream.of(line.drug().text(7, 2), line.drug().text(7, 5))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse(""));
        }
        return texts.stream().filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(" "));
    }

    /// `code&text&JAMISDP01`; some send the three as components.
    private static String pattern(Segment timing) {
        var sub = timing.sub(3, 1, 2);
        return sub.isEmpty() ? timing.text(3, 2) : sub;
    }

    /// 16 digits of JAMISDP01, or what the sender wrote in their place.
    public static String code(DrugLine line) {
        return line.timing() == null ? "" : line.timing().sub(3, 1, 1);
    }

    /// Days' supply, 0 when none is said.
    public static int days(DrugLine line) {
        var timing = line.timing();
        if (timing == null || !DAYS.contains(timing.sub(6, 2, 1))) {
            return 0;
        }
        var days = timing.text(6);
        boolean plain = !days.isEmpty() && days.length() <= 4 && days.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(days) : 0;
    }

    public static @Nullable LocalDate start(DrugLine line) {
        if (line.drug().is("RXA")) {
            return Hl7Time.date(line.drug().text(3));
        }
        return line.timing() == null ? null : Hl7Time.date(line.timing().text(7));
    }
}
