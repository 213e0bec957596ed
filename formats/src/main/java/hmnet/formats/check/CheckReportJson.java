package hmnet.formats.check;

import hmnet.formats.base.Note;
import tools.jackson.core.JsonGenerator;

/// A file and its remarks as JSON (確認の報告のJSON).
final class CheckReportJson {
    private CheckReportJson() {}

    static void write(JsonGenerator out, CheckedFile file) {
        out.writeStartObject();
        text(out, "path", file.path());
        text(out, "sha256", file.sha256());
        text(out, "format", file.format().code());
        text(out, "version", file.version());
        text(out, "kind", file.kind());
        text(out, "outcome", file.outcome().code());
        out.writeName("notes");
        out.writeStartArray();
        file.notes().forEach(note -> write(out, note));
        out.writeEndArray();
        out.writeName("codes");
        out.writeStartObject();
        file.codes().forEach((system, count) -> {
            out.writeName(system);
            out.writeStartObject();
            number(out, "seen", count.seen());
            number(out, "mapped", count.mapped());
            out.writeEndObject();
        });
        out.writeEndObject();
        number(out, "patients", file.patients());
        number(out, "rows", file.rows());
        number(out, "lost", file.lost());
        out.writeEndObject();
    }

    static void write(JsonGenerator out, Note note) {
        out.writeStartObject();
        text(out, "code", note.code());
        text(out, "severity", note.severity().code());
        number(out, "line", note.line());
        text(out, "field", note.field());
        text(out, "text", note.text());
        out.writeEndObject();
    }

    static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }

    static void number(JsonGenerator out, String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
    }
}
