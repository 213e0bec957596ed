package hmnet.formats.fhir;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A FHIR document being written (FHIR JSON): what is empty is left out, since FHIR allows no empty element.
final class FhirJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16384);
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
    private @Nullable String pendingList;

    /// Whether FHIR's decimal can hold the number exactly as it is written: no leading zero, no plus sign, no
    /// exponent.
    static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, start);
        boolean leadingZero = whole > start + 1 && text.charAt(start) == '0';
        if (whole == start || leadingZero || text.length() > 20) {
            return false;
        }
        if (whole == text.length()) {
            return true;
        }
        return text.charAt(whole) == '.' && whole + 1 < text.length() && digits(text, whole + 1) == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    FhirJson open() {
        flush();
        out.writeStartObject();
        return this;
    }

    FhirJson open(String name) {
        out.writeName(name);
        out.writeStartObject();
        return this;
    }

    FhirJson close() {
        out.writeEndObject();
        return this;
    }

    /// A list without an element is not written at all.
    FhirJson openList(String name) {
        pendingList = name;
        return this;
    }

    FhirJson closeList() {
        if (pendingList == null) {
            out.writeEndArray();
        }
        pendingList = null;
        return this;
    }

    private void flush() {
        if (pendingList != null) {
            out.writeName(pendingList);
            out.writeStartArray();
            pendingList = null;
        }
    }

    FhirJson text(String name, String value) {
        if (!value.isBlank()) {
            out.writeName(name);
            out.writeString(value);
        }
        return this;
    }

    /// A FHIR code: no space around it.
    FhirJson code(String name, String value) {
        return text(name, value.strip());
    }

    FhirJson number(String name, String decimal) {
        if (isDecimal(decimal)) {
            out.writeName(name);
            out.writeNumber(decimal);
        }
        return this;
    }

    FhirJson flag(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    FhirJson value(String value) {
        flush();
        out.writeString(value);
        return this;
    }

    FhirJson reference(String name, String reference) {
        return open(name).text("reference", reference).close();
    }

    /// A reference by name only, for people who are no resource of ours.
    FhirJson display(String name, String display) {
        return display.isBlank() ? this : open(name).text("display", display).close();
    }

    FhirJson identifier(String system, String value) {
        return value.isBlank()
                ? this
                : open().text("system", system).text("value", value.strip()).close();
    }

    FhirJson coding(String system, String code, String display) {
        if (!code.isBlank()) {
            open().text("system", system)
                    .code("code", code)
                    .text("display", display)
                    .close();
        }
        return this;
    }

    /// The two members of a bare Coding.
    FhirJson coded(String system, String code) {
        return text("system", system).code("code", code);
    }

    FhirJson concept(String name, String system, String code, String display) {
        return open(name)
                .openList("coding")
                .coding(system, code, display)
                .closeList()
                .close();
    }

    /// A concept in a list of one.
    FhirJson concepts(String name, String system, String code, String display) {
        return openList(name)
                .open()
                .openList("coding")
                .coding(system, code, display)
                .closeList()
                .close()
                .closeList();
    }

    /// All codes of a thing. Where tables added some, the sent ones are marked as chosen by their sender, the
    /// others say the version of their table.
    private FhirJson codings(List<Code> codes) {
        openList("coding");
        boolean chosen = codes.stream().anyMatch(code -> !code.isSent());
        codes.forEach(code -> coding(code, chosen));
        return closeList();
    }

    private void coding(Code code, boolean chosen) {
        if (code.code().isBlank()) {
            return;
        }
        open().text("system", code.system())
                .text("version", code.table())
                .code("code", code.code())
                .text("display", code.display());
        if (chosen && code.isSent()) {
            flag("userSelected", true);
        }
        close();
    }

    /// All codes of a concept, and its text.
    FhirJson concept(String name, Concept concept) {
        return concept.isNone() ? this : open(name).conceptBody(concept).close();
    }

    FhirJson conceptBody(Concept concept) {
        return codings(concept.codes()).text("text", concept.text());
    }

    /// A concept in a list of one.
    FhirJson concepts(String name, Concept concept) {
        return concept.isNone()
                ? this
                : openList(name).open().conceptBody(concept).close().closeList();
    }

    FhirJson notes(List<String> notes) {
        openList("note");
        notes.stream()
                .filter(note -> !note.isBlank())
                .forEach(note -> open().text("text", note).close());
        return closeList();
    }

    FhirJson base64(String name, byte[] content) {
        out.writeName(name);
        out.writeBinary(content);
        return this;
    }

    /// A resource of somebody else's making, with our id and our references: its bytes, since as text a large
    /// one would stand in memory several times.
    FhirJson raw(String name, byte[] resource) {
        out.writeName(name);
        out.writeRawValue("");
        out.flush();
        bytes.writeBytes(resource);
        return this;
    }

    FhirJson quantity(String name, String value, QuantityUnit unit) {
        return isDecimal(value) ? open(name).quantityBody(value, unit).close() : this;
    }

    FhirJson quantityBody(String value, QuantityUnit unit) {
        return number("value", value)
                .text("unit", unit.text().isBlank() ? unit.code() : unit.text())
                .text("system", unit.code().isBlank() ? "" : unit.system())
                .code("code", unit.system().isEmpty() ? "" : unit.code());
    }

    byte[] bytes() {
        out.close();
        return bytes.toByteArray();
    }
}
