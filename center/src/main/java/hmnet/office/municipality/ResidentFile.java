package hmnet.office.municipality;

import hmnet.consent.cards.BirthDates;
import hmnet.office.municipality.CsvLines.Cell;
import hmnet.office.municipality.CsvLines.CsvLine;
import hmnet.people.arrivals.ResidentEntry;
import hmnet.people.patients.MyNumber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A resident list as a municipality writes it (住民情報のCSV): a header line that names the columns, then a
/// resident a line. An individual number (個人番号) in any cell refuses its line, and its digits are masked
/// in what is kept.
sealed interface ResidentFile {
    /// Why nothing of a file is kept: `encoding`, `quote`, `columns`, `forbidden`, `lines` or `empty`.
    record Refused(String reason) implements ResidentFile {}

    /// @param original the bytes to keep: those that came, but for masked digits
    /// @param lines how many lines of residents there were
    /// @param refused the reason by line
    record Read(
            Charset charset,
            byte[] original,
            boolean masked,
            int lines,
            List<ResidentEntry> entries,
            Map<Integer, String> refused)
            implements ResidentFile {}

    /// The columns that must be there, in the words of the header.
    List<String> NEEDED = List.of("氏名", "カナ氏名", "生年月日", "性別", "住所");

    /// Those that may be.
    List<String> OPTIONAL = List.of("郵便番号", "旧氏", "旧氏カナ", "前住所");

    static ResidentFile of(byte[] bytes, LocalDate validOn, int maxLines) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            var text = decoded(bytes, charset);
            if (text != null) {
                return new ResidentFileReader(text, charset, bytes, validOn, maxLines).file();
            }
        }
        return new Refused("encoding");
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// One file as it is read.
    final class ResidentFileReader {
        private static final List<String> FORBIDDEN = List.of("個人番号", "マイナンバ", "住民票コ", "mynumber");
        private static final int CELL_MAX = 200;

        private final String text;
        private final Charset charset;
        private final byte[] bytes;
        private final LocalDate validOn;
        private final int maxLines;
        private final List<Cell> numbers = new ArrayList<>();
        private final List<ResidentEntry> entries = new ArrayList<>();
        private final Map<Integer, String> refused = new HashMap<>();
        private final Set<ResidentEntry> seen = new HashSet<>();

        private ResidentFileReader(String text, Charset charset, byte[] bytes, LocalDate validOn, int maxLines) {
            this.text = text;
            this.charset = charset;
            this.bytes = bytes;
            this.validOn = validOn;
            this.maxLines = maxLines;
        }

        private ResidentFile file() {
            var lines = new CsvLines(text);
            if (!lines.more()) {
                return new Refused("empty");
            }
            var first = lines.next().cells();
            if (lines.open()) {
                return new Refused("quote");
            }
            var header = first.stream().map(cell -> named(cell.text())).toList();
            if (header.stream().anyMatch(name -> FORBIDDEN.stream().anyMatch(name::contains))
                    || first.stream().anyMatch(this::individual)) {
                return new Refused("forbidden");
            }
            if (!header.containsAll(NEEDED) || new HashSet<>(header).size() < header.size()) {
                return new Refused("columns");
            }
            var count = 0;
            while (lines.more()) {
                var line = lines.next();
                if (!line.empty()) {
                    count++;
                    if (count > maxLines) {
                        return new Refused("lines");
                    }
                    take(line, header);
                }
            }
            if (lines.open()) {
                return new Refused("quote");
            }
            return new Read(charset, kept(), !numbers.isEmpty(), count, List.copyOf(entries), Map.copyOf(refused));
        }

        private void take(CsvLine line, List<String> header) {
            var individual = line.cells().stream().filter(this::individual).toList();
            numbers.addAll(individual);
            if (!individual.isEmpty()) {
                refused.put(line.number(), "my-number");
            } else if (line.cells().size() != header.size()) {
                refused.put(line.number(), "cells");
            } else {
                var cells = new HashMap<String, String>();
                for (var i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), line.cells().get(i).text().strip());
                }
                resident(line.number(), cells);
            }
        }

        private void resident(int number, Map<String, String> cells) {
            if (cells.values().stream().anyMatch(cell -> cell.length() > CELL_MAX)) {
                refused.put(number, "long");
                return;
            }
            var name = halves(cells.getOrDefault("氏名", ""));
            var kana = halves(cells.getOrDefault("カナ氏名", ""));
            var born = BirthDates.parse(cells.getOrDefault("生年月日", ""));
            var address = cells.getOrDefault("住所", "");
            if (name[0].isEmpty() || name[1].isEmpty() || kana[0].isEmpty() || kana[1].isEmpty()) {
                refused.put(number, "name");
            } else if (born.isEmpty() || born.get().isAfter(validOn)) {
                refused.put(number, "birth");
            } else if (address.isEmpty()) {
                refused.put(number, "address");
            } else {
                var entry = new ResidentEntry(
                        born.get(),
                        sex(cells.getOrDefault("性別", "")),
                        name[0],
                        name[1],
                        kana[0],
                        kana[1],
                        cells.getOrDefault("郵便番号", ""),
                        address,
                        other(cells.getOrDefault("旧氏", ""), name[0]),
                        cells.getOrDefault("旧氏カナ", ""),
                        other(cells.getOrDefault("前住所", ""), address),
                        validOn);
                if (!seen.add(entry)) {
                    refused.put(number, "twice");
                } else if (entry.changed()) {
                    entries.add(entry);
                }
            }
        }

        /// What was before, if that was something else.
        private static String other(String former, String now) {
            return former.equals(now) ? "" : former;
        }

        private static String[] halves(String name) {
            var halves = name.split("[\\s　]+", 2);
            return halves.length == 2 ? halves : new String[] {name, ""};
        }

        private static String sex(String written) {
            return switch (written) {
                case "男", "男性", "1", "M" -> "male";
                case "女", "女性", "2", "F" -> "female";
                // From outside: how a municipality writes a sex.
                default -> "unknown";
            };
        }

        /// A column's name however wide and far apart it is written.
        private static String named(String header) {
            return Normalizer.normalize(header, Normalizer.Form.NFKC)
                    .replaceAll("[\\s_-]", "")
                    .toLowerCase(Locale.ROOT);
        }

        /// An individual number, alone in a cell or among other words, wherever quotes stand in it.
        private boolean individual(Cell cell) {
            return MyNumber.standsIn(text.substring(cell.from(), cell.until()).replace("\"", ""));
        }

        private byte[] kept() {
            if (numbers.isEmpty()) {
                return bytes;
            }
            var masked = new StringBuilder(text);
            for (var cell : numbers) {
                for (int i = cell.from(), width; i < cell.until(); i += width) {
                    width = Character.charCount(text.codePointAt(i));
                    if (MyNumber.holdsDigit(text.codePointAt(i))) {
                        masked.replace(i, i + width, "*".repeat(width));
                    }
                }
            }
            return masked.toString().getBytes(charset);
        }
    }
}
