package hmnet.formats.check.account;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.check.Conversion;
import hmnet.formats.check.FileWalk;
import hmnet.formats.check.Readers;
import hmnet.formats.file.Format;
import hmnet.formats.file.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the tables are found out from (種となるファイル): invented files of every format, and the samples of the
/// shared folder where they are.
final class Seeds {
    private static final Pattern FIELD = Pattern.compile("(\\w+)(?:\\(\\w*\\))?-(\\d+)\\..*");
    private static final Pattern COLUMN = Pattern.compile("(\\w*)\\[(\\d+)\\]");
    private static final Map<String, String> HL7 = Table.read(Seeds.class, "hl7-fields.csv").stream()
            .collect(Collectors.toMap(row -> row.get(0) + "-" + row.get(1), row -> row.get(4)));
    private static final Map<String, String> LAYOUTS = Map.of(
            "nsips", "/hmnet/formats/nsips/layout.csv",
            "jahis-tc", "/hmnet/formats/jahis/tc/layout.csv",
            "jahis-rx", "/hmnet/formats/jahis/rx/layout.csv");
    private static final Set<String> WINDOWS =
            Set.of("nsips", "jahis-tc", "jahis-rx", "uke", "life", "careplan", "lab-csv");
    private static final Map<String, Map<String, String>> NAMES = new HashMap<>();

    private Seeds() {}

    static List<String> tables() {
        return Arrays.stream(Format.values())
                .map(AccountTable::name)
                .map(name -> name.replace(".csv", ""))
                .distinct()
                .filter(name -> !name.equals("other"))
                .toList();
    }

    /// Those of ours.
    static Map<String, byte[]> of(String table) {
        var seeds = new LinkedHashMap<String, byte[]>();
        switch (table) {
            case "ssmix2" -> seeds.putAll(Hl7Seeds.stored());
            case "hl7v2" -> seeds.putAll(Hl7Seeds.messages());
            case "kenshin-xml", "lab-csv" ->
                converted(
                        Objects.requireNonNull(of("fhir").get("checkup.json")),
                        Format.valueOf(table.toUpperCase(Locale.ROOT)
                                .replace("-XML", "")
                                .replace('-', '_')),
                        seeds);
            case "fhir" -> {
                for (var from : List.of("nsips", "jahis-tc", "jahis-rx", "uke", "mml", "orca")) {
                    of(from).values().forEach(bytes -> converted(bytes, Format.FHIR, seeds));
                }
                Hl7Seeds.messages().values().forEach(bytes -> converted(bytes, Format.FHIR, seeds));
            }
            case "life" -> forms(seeds);
            case "careplan" -> plans(seeds);
            default -> {}
        }
        files(table, seeds);
        return seeds;
    }

    /// Each form with all its columns, empty but for whose record it is.
    private static void forms(Map<String, byte[]> seeds) {
        var said = Map.of(
                "care_facility_id", "3499999999",
                "service_code", "15",
                "insurer_no", "999999",
                "insured_no", "0000000001",
                "external_system_management_number", "A1",
                "evaluate_date", "20260401");
        var forms = Table.read(Seeds.class, "/hmnet/formats/life/items-2021.csv").stream()
                .collect(Collectors.groupingBy(List::getFirst, LinkedHashMap::new, Collectors.toList()));
        forms.forEach((form, items) -> {
            var ids = items.stream().map(row -> row.get(1)).toList();
            var row = ids.stream().map(id -> said.getOrDefault(id, "")).collect(Collectors.joining(","));
            seeds.put(
                    form + ".csv",
                    (form + "\r\n" + String.join(",", ids) + "\r\n" + row + "\r\n").getBytes(RecordForm.WINDOWS));
        });
    }

    /// Each kind of plan with all its columns, empty but for whose and of when it is.
    private static void plans(Map<String, byte[]> seeds) {
        for (var row : Table.read(Seeds.class, "/hmnet/formats/careplan/layouts.csv")) {
            var columns = row.subList(3, row.size()).stream()
                    .map(name -> switch (name) {
                        case "CSVバージョン" -> "202407";
                        case "保険者番号" -> "999999";
                        case "被保険者番号" -> "0000000001";
                        default ->
                            name.endsWith("年月日") || name.endsWith("作成(変更)日")
                                    ? "20260401"
                                    : name.endsWith("年月") ? "202604" : "";
                    })
                    .toList();
            boolean monthly = row.getFirst().matches("UP(PLAN|JSK|SIKYU)");
            seeds.put(
                    row.getFirst() + (monthly ? "_202604_3499999998_16_3499999999_43" : "_3499999999_3499999998")
                            + "_20260401102233.CSV",
                    (String.join(",", columns) + "\r\n").getBytes(RecordForm.WINDOWS));
        }
    }

    private static void converted(byte[] bytes, Format to, Map<String, byte[]> seeds) {
        try {
            seeds.put(
                    "converted" + seeds.size(),
                    Conversion.of("seed", Objects.requireNonNull(bytes), to).bytes());
        } catch (Unreadable e) {
            System.err.println("no seed of " + to + ": " + e.getMessage());
        }
    }

    private static void files(String table, Map<String, byte[]> seeds) {
        var folder = Seeds.class.getResource("seeds/" + table);
        if (folder == null) {
            return;
        }
        try (var files = Files.list(Path.of(folder.toURI()))) {
            for (var file : files.sorted().toList()) {
                var text = Files.readString(file);
                seeds.put(
                        file.getFileName().toString(),
                        WINDOWS.contains(table)
                                ? text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS)
                                : text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Samples by others that are read by a table; none where the shared folder is absent.
    static Map<String, Map<String, byte[]>> samples() {
        var seeds = new HashMap<String, Map<String, byte[]>>();
        if (!Samples.present()) {
            return seeds;
        }
        try (var files = Files.walk(Samples.folder())) {
            for (var path : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(path) < 3 << 20) {
                    var bytes = Files.readAllBytes(path);
                    var name = FileWalk.name(path);
                    try {
                        var format = Readers.read(name, bytes).format();
                        seeds.computeIfAbsent(
                                        AccountTable.name(format).replace(".csv", ""), none -> new LinkedHashMap<>())
                                .put(name, bytes);
                    } catch (Unreadable e) {
                        // What no reader takes has no account.
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seeds;
    }

    static List<Spot> spots(String table, String name, byte[] bytes) throws Unreadable {
        return switch (table) {
            case "ssmix2", "hl7v2" -> Hl7Spots.of(bytes);
            case "nsips", "jahis-tc", "jahis-rx", "uke", "life", "careplan", "lab-csv" ->
                RecordSpots.of(name, bytes, columns(table));
            default -> List.of();
        };
    }

    /// How many columns a record has; empty where only the line itself says it.
    private static Map<String, Integer> columns(String table) {
        var columns = new HashMap<String, Integer>();
        names(table).keySet().forEach(path -> {
            var column = COLUMN.matcher(path);
            if (column.matches()) {
                columns.merge(column.group(1), Integer.parseInt(column.group(2)), Math::max);
            }
        });
        return columns;
    }

    /// What a field is called.
    static String name(String table, String path) {
        var field = FIELD.matcher(path);
        return field.matches()
                ? HL7.getOrDefault(field.group(1) + "-" + field.group(2), "")
                : names(table).getOrDefault(path, "");
    }

    private static Map<String, String> names(String table) {
        return NAMES.computeIfAbsent(table, Seeds::read);
    }

    private static Map<String, String> read(String table) {
        var names = new HashMap<String, String>();
        if (LAYOUTS.containsKey(table)) {
            Table.read(Seeds.class, LAYOUTS.get(table))
                    .forEach(row -> names.put(row.get(0) + "[" + row.get(1) + "]", row.get(2)));
        } else if (table.equals("uke")) {
            for (var row : Table.read(Seeds.class, "/hmnet/formats/uke/layouts.csv")) {
                int at = 1;
                for (var column : row.subList(3, row.size())) {
                    var parts = column.split("\\*", -1);
                    for (int i = 1; i <= (parts.length > 1 ? Integer.parseInt(parts[1]) : 1); i++) {
                        names.putIfAbsent(row.get(2) + "[" + at++ + "]", parts[0].replace("-", "予備"));
                    }
                }
            }
        } else if (table.equals("life")) {
            Table.read(Seeds.class, "/hmnet/formats/life/items-2021.csv")
                    .forEach(row -> names.put(row.get(1), row.get(2)));
        }
        return names;
    }
}
