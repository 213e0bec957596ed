package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.file.Format;
import hmnet.formats.file.NoteWords;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a look at files came to (確認の報告), for people and for programs.
public record CheckReport(List<CheckedFile> files) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int SHOWN = 200;
    private static final int MOST = 20;

    public long count(Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }

    /// One object: `files`, `totals` and the codes without a standard one, `unmapped`.
    public String json() {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("files");
            out.writeStartArray();
            files.forEach(file -> write(out, file));
            out.writeEndArray();
            out.writeName("totals");
            out.writeStartObject();
            for (var outcome : Outcome.values()) {
                number(out, outcome.code(), count(outcome));
            }
            out.writeEndObject();
            unmapped(out);
            out.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Codes without a standard one, those seen most first.
    List<Map.Entry<Code, Integer>> unmapped() {
        var codes = new HashMap<Code, Integer>();
        files.forEach(file -> file.unmapped().forEach((code, seen) -> codes.merge(code, seen, Integer::sum)));
        return codes.entrySet().stream()
                .sorted(Map.Entry.<Code, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(code -> code.getKey().system())
                        .thenComparing(code -> code.getKey().code()))
                .toList();
    }

    private void unmapped(JsonGenerator out) {
        out.writeName("unmapped");
        out.writeStartArray();
        unmapped().stream().limit(SHOWN).forEach(code -> {
            out.writeStartObject();
            text(out, "system", code.getKey().system());
            text(out, "code", code.getKey().code());
            text(out, "display", code.getKey().display());
            number(out, "seen", code.getValue());
            out.writeEndObject();
        });
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, CheckedFile file) {
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

    private static void write(JsonGenerator out, Note note) {
        out.writeStartObject();
        text(out, "code", note.code());
        text(out, "severity", note.severity().code());
        number(out, "line", note.line());
        text(out, "field", note.field());
        text(out, "text", note.text());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }

    private static void number(JsonGenerator out, String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
    }

    /// For a document, as Markdown: by folder, format and kind, then why each was refused.
    ///
    /// @param depth how many steps of a path name its folder
    public String table(int depth) {
        var lines = new ArrayList<String>();
        lines.add("| folder | format | kind | accepted | repaired | refused |");
        lines.add("|---|---|---|--:|--:|--:|");
        var byPlace = files.stream()
                .collect(Collectors.groupingBy(
                        file -> folder(file.path(), depth) + " | "
                                + file.format().code() + " | " + cell(file.kind()),
                        TreeMap::new,
                        Collectors.toList()));
        byPlace.forEach((place, group) -> {
            var of = new CheckReport(group);
            lines.add("| " + place + " | " + of.count(Outcome.ACCEPTED) + " | " + of.count(Outcome.REPAIRED) + " | "
                    + of.count(Outcome.REFUSED) + " |");
        });
        lines.add("");
        lines.add("| refused, of a format that is read | why |");
        lines.add("|---|---|");
        files.stream()
                .filter(file -> file.outcome() == Outcome.REFUSED && file.format() != Format.OTHER)
                .forEach(file -> lines.add("| " + cell(file.path()) + " | "
                        + cell(file.notes().stream().map(CheckReport::words).collect(Collectors.joining("; ")))
                        + " |"));
        return String.join("\n", lines);
    }

    private static String folder(String path, int depth) {
        return Arrays.stream(path.split("/")).limit(depth).collect(Collectors.joining("/"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    /// For people: by format and kind, what was put right, what was refused and where, how much is coded.
    public String words() {
        var lines = new ArrayList<String>();
        lines.add("形式\t種類\t受入\t修復\t不可\t人数\t件数");
        groups().forEach((name, group) -> {
            var of = new CheckReport(group);
            lines.add(name + "\t" + of.count(Outcome.ACCEPTED) + "\t" + of.count(Outcome.REPAIRED) + "\t"
                    + of.count(Outcome.REFUSED) + "\t"
                    + group.stream().mapToInt(CheckedFile::patients).sum() + "\t"
                    + group.stream().mapToInt(CheckedFile::rows).sum());
        });
        notes("修復", Outcome.REPAIRED, lines);
        notes("受け入れられないファイル", Outcome.REFUSED, lines);
        codes().forEach((system, count) -> lines.add("コード " + system + ": " + count.mapped() + " / " + count.seen()));
        var unmapped = unmapped();
        if (!unmapped.isEmpty()) {
            lines.add("");
            lines.add("対応のないコード: " + unmapped.size());
            unmapped.stream()
                    .limit(MOST)
                    .forEach(code -> lines.add("  " + code.getValue() + "\t"
                            + CodingSystems.hl7(code.getKey().system()) + "\t"
                            + code.getKey().code() + "\t" + code.getKey().display()));
        }
        lines.add("欠けた文字: " + files.stream().mapToInt(CheckedFile::lost).sum());
        return String.join("\n", lines);
    }

    private Map<String, List<CheckedFile>> groups() {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.format().code() + "\t" + file.kind(), TreeMap::new, Collectors.toList()));
    }

    private void notes(String heading, Outcome outcome, List<String> lines) {
        var told = files.stream().filter(file -> file.outcome() == outcome).toList();
        if (told.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading + ": " + told.size());
        told.stream().limit(SHOWN).forEach(file -> {
            lines.add("  " + file.path());
            file.notes().stream().limit(5).forEach(note -> lines.add("    " + words(note)));
        });
        if (told.size() > SHOWN) {
            lines.add("  ほか " + (told.size() - SHOWN) + " 件");
        }
    }

    private static String words(Note note) {
        var place = (note.line() > 0 ? note.line() + " 行目 " : "") + note.field();
        return note.code()
                + NoteWords.japanese(note.code())
                        .map(words -> "（" + words + "）")
                        .orElse("")
                + (place.isBlank() ? "" : " [" + place.strip() + "]")
                + (note.text().isEmpty() ? "" : " " + note.text());
    }

    private Map<String, CodeCount> codes() {
        var sum = new TreeMap<String, CodeCount>();
        files.forEach(file -> file.codes().forEach((system, count) -> sum.merge(system, count, CodeCount::and)));
        return sum;
    }
}
