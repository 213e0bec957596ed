package hmnet.people.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// People who never lived (架空の住民), enough of them to learn weights from: three charts each, with
/// everyday slips.
public final class InventedTown {
    private static final String[][] SURNAMES = {
        {"見本", "ミホン"}, {"架空", "カクウ"}, {"仮名", "カナ"}, {"例田", "レイダ"}, {"試山", "タメシヤマ"}, {"型川", "カタガワ"},
        {"雛形", "ヒナガタ"}, {"模本", "モモト"}, {"空想", "クウソウ"}, {"夢野", "ユメノ"}, {"幻谷", "マボロシダニ"}, {"絵空", "エソラ"}
    };
    private static final String[][] GIVEN = {
        {"一", "ハジメ"}, {"二葉", "フタバ"}, {"三太", "サンタ"}, {"四季", "シキ"}, {"五月", "サツキ"}, {"六助", "ロクスケ"},
        {"七海", "ナナミ"}, {"八重", "ヤエ"}, {"九郎", "クロウ"}, {"十和", "トワ"}, {"百合", "ユリ"}, {"千尋", "チヒロ"},
        {"万里", "マリ"}, {"億人", "オクト"}, {"兆治", "チョウジ"}, {"京平", "キョウヘイ"}
    };
    private static final String[] TOWNS = {"見本市北区青葉町", "見本市南区若葉町", "仮名市双葉", "仮名市四葉", "例田市紅葉町", "例田市枯葉町"};

    private InventedTown() {}

    public static List<Chart> charts(int people) {
        var lots = new SplittableRandom(7);
        var charts = new ArrayList<Chart>();
        for (var person = 0; person < people; person++) {
            var who = person(lots, person);
            for (var copy = 0; copy < 3; copy++) {
                charts.add(slipped(lots, who).record("T%05d-%d".formatted(person, copy), "F" + lots.nextInt(40)));
            }
        }
        return charts;
    }

    private static Chart person(SplittableRandom lots, int number) {
        var surname = SURNAMES[lots.nextInt(SURNAMES.length)];
        var given = GIVEN[lots.nextInt(GIVEN.length)];
        var born = "%04d%02d%02d".formatted(1930 + lots.nextInt(90), 1 + lots.nextInt(12), 1 + lots.nextInt(28));
        var town = lots.nextInt(TOWNS.length);
        return Chart.of(surname[0] + "　" + given[0], surname[1] + "　" + given[1])
                .born(born, lots.nextBoolean() ? "M" : "F")
                .home(
                        "99%d-%04d".formatted(town, lots.nextInt(50)),
                        TOWNS[town] + (1 + lots.nextInt(9)) + "丁目" + (1 + lots.nextInt(40)) + "番"
                                + (1 + lots.nextInt(40)) + "号",
                        "099-%03d-%04d".formatted(lots.nextInt(1000), number))
                .insured("0" + (6340000 + lots.nextInt(30)), "", String.valueOf(100_000 + lots.nextInt(900_000)), "");
    }

    private static Chart slipped(SplittableRandom lots, Chart who) {
        var said = who.said();
        return switch (lots.nextInt(8)) {
            case 0 -> who.home("", "", said.phone());
            case 1 ->
                who.home(
                        said.postalCode(),
                        said.address().replace("丁目", "-").replace("番", "-").replace("号", ""),
                        "");
            case 2 -> who.insured("", "", "", "");
            case 3 -> who.named(said.name().replace("　", ""), said.reading());
            case 4 -> who.home(said.postalCode(), said.address(), "080-0000-" + (1000 + lots.nextInt(9000)));
            default -> who;
        };
    }
}
