package hmnet.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Charts of many facilities about the same residents (名寄せ測定のカルテ), and who each is about.
final class Charts {
    static final int TOWNS = 1500;
    static final int NAME = 3;
    static final int KANA = 4;
    static final int SEX = 5;
    static final int BORN = 6;
    static final int POSTAL = 7;
    static final int ADDRESS = 8;
    static final int PHONE = 9;
    static final int INSURED = 12;
    private static final String COLUMNS = "record_id,facility_id,local_id,name_kanji,name_kana,sex,birth_date,"
            + "postal_code,address,phone,insurer_no,insured_symbol,insured_number,insured_branch\n";
    private static final int FACILITIES = 1150;
    private static final int TWINS_PER_THOUSAND = 3;
    private static final int RENAMED_PER_THOUSAND = 35;
    private final SplittableRandom lots;
    private int record;
    private int person;
    private int household;

    private Charts(long seed) {
        this.lots = new SplittableRandom(seed);
    }

    /// One chart and whom it is about.
    private record WrittenChart(String[] columns, int person, List<Slip> slips) {}

    /// Writes so many charts, and into another file the person and the slips of each.
    static void write(Path records, Path truth, int count, long seed) throws IOException {
        try (var charts = Files.newBufferedWriter(records);
                var who = Files.newBufferedWriter(truth)) {
            charts.write(COLUMNS);
            who.write("record_id,person_id,record_tags\n");
            new Charts(seed).write(charts, who, count);
        }
    }

    private void write(BufferedWriter charts, BufferedWriter who, int count) throws IOException {
        while (record < count) {
            for (var written : household()) {
                if (record++ < count) {
                    charts.write(String.join(",", written.columns()) + "\n");
                    who.write(written.columns()[0] + ",P" + written.person() + ","
                            + String.join(
                                    "|",
                                    written.slips().stream().map(Slip::word).toList()) + "\n");
                }
            }
        }
    }

    /// The charts of one to five people who live together.
    private List<WrittenChart> household() {
        var family = Inhabitant.family(lots);
        var home = Inhabitant.Dwelling.draw(lots, TOWNS);
        var members = 1 + lots.nextInt(5);
        household++;
        var written = new ArrayList<WrittenChart>();
        for (var n = 0; n < members; n++) {
            var one = Inhabitant.draw(lots, ++person, household, home, family);
            charts(one, written);
            if (lots.nextInt(1000) < TWINS_PER_THOUSAND) {
                var twin = Inhabitant.draw(lots, ++person, household, home, family);
                charts(
                        new Inhabitant(
                                twin.number(),
                                household,
                                twin.surname(),
                                twin.surnameKana(),
                                twin.given(),
                                twin.givenKana(),
                                one.woman(),
                                one.born(),
                                home,
                                "",
                                one.insurance()),
                        written);
            }
        }
        return written;
    }

    /// Between one and ten charts, fewer oftener: 2.8 at the mean.
    private void charts(Inhabitant one, List<WrittenChart> to) {
        var before =
                one.woman() && lots.nextInt(1000) < RENAMED_PER_THOUSAND ? one.named(Inhabitant.family(lots)) : one;
        var visited = 1;
        while (visited < 10 && lots.nextInt(1000) < 640) {
            visited++;
        }
        for (var n = 0; n < visited; n++) {
            to.add(chart(n % 2 == 0 ? one : before));
        }
    }

    private WrittenChart chart(Inhabitant who) {
        var insurance = who.insurance();
        var space = lots.nextInt(20) == 0 ? "" : lots.nextBoolean() ? "　" : " ";
        var insured = lots.nextInt(100) < 88;
        var number = record + 1 + lots.nextInt(1_000_000_000);
        var chart = new String[] {
            "R%09d-%010d".formatted(who.number(), number),
            "F%04d".formatted(lots.nextInt(FACILITIES)),
            "%010d".formatted(number),
            who.surname() + space + who.given(),
            who.surnameKana() + space + who.givenKana(),
            who.woman() ? "F" : "M",
            who.birthDate(),
            who.home().postalCode(),
            lots.nextInt(100) < 93 ? who.home().written(lots.nextInt(3)) : "",
            lots.nextInt(100) < 78 ? who.phone() : "",
            insured ? "0" + insurance.insurer() : "",
            insured ? "" + insurance.symbol() : "",
            insured ? "" + insurance.number() : "",
            ""
        };
        var slips = new ArrayList<Slip>();
        for (var slip : Slip.values()) {
            if (slip.happens(lots)) {
                slip.to(chart, who, lots);
                slips.add(slip);
            }
        }
        return new WrittenChart(chart, who.number(), slips);
    }
}
