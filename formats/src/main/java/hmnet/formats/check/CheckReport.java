package hmnet.formats.check;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The report on a set of files (確認の報告), for people and for programs.
public record CheckReport(List<CheckedFile> files) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MOST = 20;

    public long count(Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }

    /// How many files have an error by the profiles they claim.
    public long contrary() {
        return files.stream()
                .filter(file ->
                        file.notes().stream().anyMatch(note -> note.code().equals(ProfileJudge.ERROR)))
                .count();
    }

    /// One object: `files`, `totals` and the codes without a standard one, `unmapped`.
    public String json() {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("files");
            out.writeStartArray();
            files.forEach(file -> CheckReportJson.write(out, file));
            out.writeEndArray();
            out.writeName("totals");
            out.writeStartObject();
            for (var outcome : Outcome.values()) {
                CheckReportJson.number(out, outcome.code(), count(outcome));
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
        unmapped().stream().limit(CheckReportNotes.SHOWN).forEach(code -> {
            out.writeStartObject();
            CheckReportJson.text(out, "system", code.getKey().system());
            CheckReportJson.text(out, "code", code.getKey().code());
            CheckReportJson.text(out, "display", code.getKey().display());
            CheckReportJson.number(out, "seen", code.getValue());
            out.writeEndObject();
        });
        out.writeEndArray();
    }

    /// For a document, as Markdown: by folder, format and kind, then why each was refused.
    ///
    /// @param depth how many steps of a path name its folder
    public String table(int depth) {
        return CheckReportTable.markdown(files, depth);
    }

    /// For a document, as Markdown: the share of the values of each format that went where.
    public String account() {
        return CheckReportAccount.markdown(files);
    }

    /// For people: by format and kind, what was put right, what was refused and where, how much is coded,
    /// and what to do next.
    public String words() {
        var lines = new ArrayList<String>();
        lines.add("形式\t種類\t受入\t修復\t内容なし\t不可\t人数\t件数");
        groups().forEach((name, group) -> {
            var of = new CheckReport(group);
            lines.add(name + "\t" + of.count(Outcome.ACCEPTED) + "\t" + of.count(Outcome.REPAIRED) + "\t"
                    + of.count(Outcome.EMPTY) + "\t"
                    + of.count(Outcome.REFUSED) + "\t"
                    + group.stream().mapToInt(CheckedFile::patients).sum() + "\t"
                    + group.stream().mapToInt(CheckedFile::rows).sum());
        });
        CheckReportNotes.notes(files, "受入（指摘あり）", Outcome.ACCEPTED, lines);
        CheckReportNotes.notes(files, "修復", Outcome.REPAIRED, lines);
        CheckReportNotes.notes(files, "内容なし", Outcome.EMPTY, lines);
        CheckReportNotes.notes(files, "受け入れられないファイル", Outcome.REFUSED, lines);
        CheckReportNotes.profiles(files, lines);
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
        lines.add("");
        lines.add(NextStep.words(files, "ja"));
        return String.join("\n", lines);
    }

    private Map<String, List<CheckedFile>> groups() {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.format().code() + "\t" + file.kind(), TreeMap::new, Collectors.toList()));
    }

    private Map<String, CodeCount> codes() {
        var sum = new TreeMap<String, CodeCount>();
        files.forEach(file -> file.codes().forEach((system, count) -> sum.merge(system, count, CodeCount::and)));
        return sum;
    }

    /// How many things should have a standard code, and how many have one (コードの対応率), sent or by a code
    /// table: tests by JLAC10 or JLAC11, drugs by YJ or HOT or the receipt's code, diagnoses by ICD-10 or
    /// MEDIS or the receipt's code.
    public record CodeCount(int seen, int mapped) {
        private static CodeCount of(CodingLevel thing) {
            return new CodeCount(1, thing.isMapped() ? 1 : 0);
        }

        CodeCount and(CodeCount other) {
            return new CodeCount(seen + other.seen, mapped + other.mapped);
        }

        static Map<String, CodeCount> of(List<Part> rows) {
            var counts = new TreeMap<String, CodeCount>();
            for (var row : rows) {
                for (var thing : row.coded()) {
                    counts.merge(thing.of().code(), of(thing), CodeCount::and);
                }
            }
            return counts;
        }
    }
}
