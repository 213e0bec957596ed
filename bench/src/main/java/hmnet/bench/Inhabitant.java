package hmnet.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/// Residents by the million for matching (名寄せ測定の住民), put together from parts: nobody's names, homes
/// shared by families, insurance numbers shared by households.
///
/// @param household who shares a home and an insurance symbol and number
record Inhabitant(
        int number,
        int household,
        String surname,
        String surnameKana,
        String given,
        String givenKana,
        boolean woman,
        LocalDate born,
        Dwelling home,
        String phone,
        Insurance insurance) {
    private static final String[] FIRST =
            ("山ヤマ 川カワ 松マツ 竹タケ 梅ウメ 森モリ 林ハヤシ 石イシ 岩イワ 小コ 大オオ 中ナカ 上ウエ 下シモ 前マエ 北キタ 南ミナミ 西ニシ 東ヒガシ 高タカ 長ナガ 広ヒロ 平ヒラ 深フカ"
                            + " 浅アサ 青アオ 赤アカ 白シラ 黒クロ 金カネ 銀ギン 花ハナ 桜サクラ 藤フジ 萩ハギ 柳ヤナギ 杉スギ 桐キリ 柿カキ 栗クリ 稲イネ 麦ムギ 米ヨネ 鳥トリ 鶴ツル 鷹タカ 亀カメ 熊クマ"
                            + " 鹿シカ 馬ウマ 牛ウシ 星ホシ 月ツキ 雪ユキ 霧キリ 雲クモ 風カザ 波ナミ 潮シオ 港ミナト")
                    .split(" ");
    private static final String[] LAST =
            ("田タ 川カワ 山ヤマ 本モト 原ハラ 野ノ 村ムラ 島シマ 崎サキ 沢サワ 井イ 谷タニ 木キ 口グチ 橋ハシ 辺ベ 内ウチ 部ベ 岡オカ 坂サカ 浦ウラ 浜ハマ 津ツ 瀬セ 池イケ 沼ヌマ 塚ツカ 城シロ"
                            + " 宮ミヤ 堂ドウ 寺テラ 屋ヤ 倉クラ 江エ 尾オ 越コシ 住スミ 国クニ 沖オキ 峰ミネ")
                    .split(" ");
    private static final String[] GIVEN_FIRST =
            ("明アキ 昭アキ 和カズ 一カズ 正マサ 雅マサ 義ヨシ 良ヨシ 博ヒロ 浩ヒロ 裕ユウ 優ユウ 健ケン 賢ケン 直ナオ 尚ナオ 智トモ 友トモ 信ノブ 伸ノブ 秀ヒデ 英ヒデ 光ミツ 充ミツ 貴タカ 孝タカ"
                            + " 文フミ 史フミ 美ミ 実ミ 恵エ 江エ 由ユ 結ユ 真マ 麻マ 千チ 知チ 佐サ 沙サ 里リ 理リ 奈ナ 菜ナ 香カ 花カ 晴ハル 春ハル 陽ヨウ 洋ヨウ")
                    .split(" ");
    private static final String[] MAN = "夫オ 雄オ 男オ 彦ヒコ 人ト 斗ト 也ヤ 哉ヤ 樹キ 輝キ 之ユキ 幸ユキ 太タ 郎ロウ 介スケ 助スケ 司ジ 治ジ 平ヘイ 吾ゴ".split(" ");
    private static final String[] WOMAN = "子コ 美ミ 江エ 恵エ 代ヨ 世ヨ 香カ 花カ 奈ナ 菜ナ 里リ 理リ 乃ノ 穂ホ 音ネ 月ツキ 葉ハ 衣イ 帆ホ 紀キ".split(" ");

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /// A home (住所): a town by its number, and three numbers.
    record Dwelling(int town, int district, int block, int house) {
        static Dwelling draw(SplittableRandom lots, int towns) {
            return new Dwelling(lots.nextInt(towns), 1 + lots.nextInt(6), 1 + lots.nextInt(40), 1 + lots.nextInt(40));
        }

        String postalCode() {
            return "99%d-%04d".formatted(town % 10, town / 10);
        }

        String written(int way) {
            var city = "架空県" + FIRST[town % FIRST.length].charAt(0) + LAST[town / FIRST.length % LAST.length].charAt(0)
                    + "市";
            var name = GIVEN_FIRST[town % GIVEN_FIRST.length].charAt(0) + "" + FIRST[town / 7 % FIRST.length].charAt(0)
                    + "町";
            return switch (way % 3) {
                case 0 -> city + name + district + "丁目" + block + "番" + house + "号";
                case 1 -> city + name + district + "-" + block + "-" + house;
                default -> city.substring(3) + name + wide(district) + "丁目" + wide(block) + "－" + wide(house);
            };
        }

        private static String wide(int number) {
            return Integer.toString(number)
                    .codePoints()
                    .map(digit -> digit - '0' + '０')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /// Health insurance (保険): insurer, symbol and number of the household.
    record Insurance(int insurer, int symbol, int number) {}

    static Inhabitant draw(SplittableRandom lots, int number, int household, Dwelling home, String[] family) {
        var woman = lots.nextBoolean();
        var first = GIVEN_FIRST[skewed(lots, GIVEN_FIRST.length)];
        var last = woman ? WOMAN[skewed(lots, WOMAN.length)] : MAN[skewed(lots, MAN.length)];
        var of = new SplittableRandom(household * 7919L);
        return new Inhabitant(
                number,
                household,
                family[0],
                family[1],
                first.substring(0, 1) + last.charAt(0),
                first.substring(1) + last.substring(1),
                woman,
                LocalDate.of(1926, 1, 1).plusDays(lots.nextInt(36_500)),
                home,
                lots.nextInt(3) == 0
                        ? ""
                        : "0%d0-%04d-%04d".formatted(7 + lots.nextInt(3), lots.nextInt(10_000), lots.nextInt(10_000)),
                new Insurance(1_340_000 + of.nextInt(60), of.nextInt(3000), of.nextInt(10_000_000)));
    }

    static String[] family(SplittableRandom lots) {
        var first = FIRST[skewed(lots, FIRST.length)];
        var last = LAST[skewed(lots, LAST.length)];
        return new String[] {first.charAt(0) + "" + last.charAt(0), first.substring(1) + last.substring(1)};
    }

    /// The first ones oftener, as names are.
    private static int skewed(SplittableRandom lots, int bound) {
        return (int) (bound * Math.pow(lots.nextDouble(), 1.6));
    }

    String birthDate() {
        return DAY.format(born);
    }

    Inhabitant named(String[] family) {
        return new Inhabitant(
                number, household, family[0], family[1], given, givenKana, woman, born, home, phone, insurance);
    }

    Inhabitant living(Dwelling elsewhere) {
        return new Inhabitant(
                number, household, surname, surnameKana, given, givenKana, woman, born, elsewhere, phone, insurance);
    }
}
