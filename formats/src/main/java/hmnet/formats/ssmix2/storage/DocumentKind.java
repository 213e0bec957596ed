package hmnet.formats.ssmix2.storage;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;
import java.util.stream.Stream;

/// What a document of the extended storage is (データ種別フォルダ):
/// `localcode^localname^localCS^stdcode^stdname^stdCS`, any of the six empty.
///
/// @param local the facility's own, `standard` usually LOINC
public record DocumentKind(Code local, Code standard) {
    /// Of a folder's name. The systems are as the folder writes them.
    public static DocumentKind parse(String folder) {
        var parts = folder.split("\\^", -1);
        return new DocumentKind(code(parts, 0), code(parts, 3));
    }

    private static Code code(String[] parts, int from) {
        return new Code(part(parts, from + 2), part(parts, from), part(parts, from + 1));
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at].strip() : "";
    }

    public String folder() {
        var joined = String.join(
                "^",
                local.code(),
                local.display(),
                local.system(),
                standard.code(),
                standard.display(),
                standard.system());
        return joined.replaceFirst("\\^+$", "");
    }

    /// The code that stands in the names of its content folders.
    public String code() {
        return local.code().isEmpty() ? standard.code() : local.code();
    }

    /// Vital signs as they are agreed on for the extended storage.
    public boolean isVitalSigns() {
        return local.code().equals("L-OBSERVATIONS");
    }

    /// What people call it.
    public String title() {
        for (var name : List.of(local.display(), standard.display(), local.code(), standard.code())) {
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "文書";
    }

    public Concept concept() {
        var codes = Stream.of(standard, local)
                .map(code -> new Code(CodingSystems.uri(code.system()), code.code(), code.display()));
        return new Concept(title(), codes.toList());
    }
}
