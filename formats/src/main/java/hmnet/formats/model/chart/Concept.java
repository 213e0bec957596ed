package hmnet.formats.model.chart;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Equivalents;
import java.util.List;
import java.util.stream.Stream;

/// A thing named by codes (コード化した語): what the sender calls it, and its codes in the order sent, behind
/// them those of code tables.
///
/// @param text empty when codes alone were sent
/// @param codes systems as FHIR names them (`CodingSystems`); none for plain words
public record Concept(String text, List<Code> codes) {
    public static final Concept NONE = new Concept("", List.of());

    public Concept {
        codes = codes.isEmpty() || codes.stream().noneMatch(Concept::isBlank)
                ? List.copyOf(codes)
                : codes.stream().filter(code -> !isBlank(code)).toList();
    }

    private static boolean isBlank(Code code) {
        return code.code().isBlank();
    }

    public static Concept of(String text) {
        return new Concept(text, List.of());
    }

    public static Concept of(String system, String code, String text) {
        return new Concept(text, List.of(new Code(system, code, text)));
    }

    /// As people read it: the text, else what the first code is called, by its sender or a table, else the
    /// code.
    public String shown() {
        if (!text.isBlank() || codes.isEmpty()) {
            return text;
        }
        var first = codes.getFirst();
        return !first.display().isBlank()
                ? first.display()
                : codes.stream()
                        .filter(code -> !code.isSent() && code.isSameAs(first))
                        .map(Code::display)
                        .findFirst()
                        .orElse(first.code());
    }

    /// This and what says the same in other systems, behind what was sent.
    public Concept with(Equivalents tables) {
        if (codes.isEmpty()) {
            return this;
        }
        var more = tables.of(codes);
        return more.isEmpty()
                ? this
                : new Concept(text, Stream.concat(codes.stream(), more.stream()).toList());
    }

    /// What tables added.
    public List<Code> added() {
        return codes.stream().filter(code -> !code.isSent()).toList();
    }

    public boolean isNone() {
        return shown().isBlank();
    }

    /// The code of a system, empty where there is none.
    public String code(String system) {
        return codes.stream()
                .filter(code -> code.system().equals(system))
                .map(Code::code)
                .findFirst()
                .orElse("");
    }

    /// The first code: the one the sender rests on.
    public Code first() {
        return codes.isEmpty() ? new Code("", "", text) : codes.getFirst();
    }
}
