package hmnet.people.matching;

import hmnet.people.bulkmatching.BulkMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the batch said of a file (一括名寄せの結果).
public record Matched(Map<String, String> cluster, Set<Set<String>> review, List<String> told) {
    public static final String HEADER =
            "record_id,facility_id,local_id,name_kanji,name_kana,sex,birth_date,postal_code,address,"
                    + "phone,insurer_no,insured_symbol,insured_number,insured_branch";

    public static Matched of(Path folder, List<Chart> charts) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        charts.forEach(chart -> lines.add(chart.line()));
        return of(folder, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    public static Matched of(Path folder, byte[] file) throws IOException {
        var in = Files.write(folder.resolve("records.csv"), file);
        var out = folder.resolve("clusters.csv");
        var review = folder.resolve("review.csv");
        var told = new ArrayList<String>();
        BulkMatch.run(in, out, review, told::add);
        var cluster = new HashMap<String, String>();
        rows(out).forEach(row -> cluster.put(row[0], row[1]));
        var asked = new HashSet<Set<String>>();
        rows(review).forEach(row -> asked.add(Set.of(row[0], row[1])));
        return new Matched(cluster, asked, told);
    }

    public boolean together(String a, String b) {
        return cluster.getOrDefault(a, a).equals(cluster.getOrDefault(b, b));
    }

    boolean asked(String a, String b) {
        return review.contains(Set.of(a, b));
    }

    static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
