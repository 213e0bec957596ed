package hmnet.formats.chart;

import hmnet.formats.Code;
import java.util.List;

/// A thing named by codes (コード化した語): what the sender calls it, and its codes in the order sent.
///
/// @param text empty when codes alone were sent
/// @param codes systems as FHIR names them (`CodingSystems`); none for plain words
public record Concept(String text, List<Code> codes) {
    public static final Concept NONE = new Concept("", List.of());

    public Concept {
        codes = codes.stream().filter(code -> !code.code().isBlank()).toList();
    }

    public static Concept of(String text) {
        return new Concept(text, List.of());
    }

    public static Concept of(String system, String code, String text) {
        return new Concept(text, List.of(new Code(system, code, text)));
    }

    /// As people read it: the text, else what a code is called, else the code.
    public String shown() {
        return !text.isBlank()
                ? text
                : codes.stream()
                        .map(code -> code.display().isBlank() ? code.code() : code.display())
                        .findFirst()
                        .orElse("");
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
