package hmnet.bench.mixes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// The charts of a made-up region (架空地域のカルテ), and whom each is about: the number of the region decides everything.
public final class MixedRegion {
    private static final String COLUMNS = "record_id,facility_id,local_id,name_kanji,name_kana,sex,birth_date,"
            + "postal_code,address,phone,insurer_no,insured_symbol,insured_number,insured_branch\n";
    private static final int CHARTS_MAX = 10;
    private final MixShares shares;
    private final SplittableRandom lots;
    private final MixedCharts charts;
    private int record;

    private MixedRegion(long region) {
        this.shares = MixShares.of(region);
        this.lots = new SplittableRandom(region);
        this.charts = new MixedCharts(shares, lots);
    }

    /// Writes so many charts, and into another file the person and the peculiarities of each.
    public static void write(Path records, Path truth, int count, long region) throws IOException {
        try (var to = Files.newBufferedWriter(records);
                var who = Files.newBufferedWriter(truth)) {
            to.write(COLUMNS);
            who.write("record_id,person_id,record_tags\n");
            new MixedRegion(region).write(to, who, count);
        }
    }

    private void write(BufferedWriter to, BufferedWriter who, int count) throws IOException {
        var households = new MixedHouseholds(shares, lots);
        while (record < count) {
            for (var human : households.next()) {
                var babies = human.baby() ? 1 + lots.nextInt(5) / 4 : 0;
                var visits = visits();
                for (var n = 0; n < visits + babies && record < count; n++) {
                    var slips = new ArrayList<>(human.kinds());
                    var chart = charts.written(human, n < babies, slips);
                    var id = "R%07d".formatted((int) (record++ * 7_368_787L % 9_999_991));
                    to.write(id + ",F%04d,%d,".formatted(lots.nextInt(1150), 1 + lots.nextInt(9_000_000))
                            + String.join(",", chart) + "\n");
                    who.write(id + ",P" + human.number() + "," + String.join("|", new TreeSet<>(slips)) + "\n");
                }
            }
        }
    }

    private int visits() {
        var visits = 1;
        while (visits < CHARTS_MAX && lots.nextDouble() < shares.again()) {
            visits++;
        }
        return visits;
    }
}
