package hmnet.formats.model.code;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;

/// A code (コード), its coding system as FHIR names it.
///
/// @param table name and version of the code table that gave it; empty for a code as it was sent
public record Code(String system, String code, String display, String table) {
    /// As it was sent.
    public Code(String system, String code, String display) {
        this(system, code, display, "");
    }

    public boolean isSent() {
        return table.isEmpty();
    }

    /// Each once: a sent code that a table only names is the sent one.
    public static List<Code> once(Collection<Code> codes) {
        var sent = codes.stream().filter(Code::isSent).map(Code::bare).collect(toSet());
        return codes.stream()
                .distinct()
                .filter(code -> code.isSent() || !sent.contains(code.bare()))
                .toList();
    }

    /// System and code alone, whatever it is called.
    public Code bare() {
        return new Code(system, code, "");
    }

    public boolean isSameAs(Code other) {
        return system.equals(other.system) && code.equals(other.code);
    }
}
