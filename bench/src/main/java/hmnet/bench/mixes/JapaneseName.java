package hmnet.bench.mixes;

import java.util.SplittableRandom;

/// A Japanese name (和名) put together from parts that are nobody's: characters and reading of both halves.
record JapaneseName(String family, String familyKana, String given, String givenKana) {
    private static final String[] COMMON =
            ("佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 山本ヤマモト 中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ 佐々木ササキ 山口ヤマグチ"
                            + " 松本マツモト 井上イノウエ 木村キムラ 林ハヤシ 斎藤サイトウ 清水シミズ 山崎ヤマサキ 森モリ 池田イケダ 橋本ハシモト 阿部アベ 石川イシカワ 前田マエダ 藤田フジタ"
                            + " 小川オガワ 岡田オカダ 後藤ゴトウ 長谷川ハセガワ 村上ムラカミ 近藤コンドウ 石井イシイ 坂本サカモト 遠藤エンドウ 藤井フジイ 青木アオキ 福田フクダ 三浦ミウラ"
                            + " 西村ニシムラ 藤原フジワラ 太田オオタ 松田マツダ 原田ハラダ 岡本オカモト 中島ナカシマ 小野オノ 中川ナカガワ 河野コウノ 上田ウエダ 浜田ハマダ 高田タカタ 沢田サワダ"
                            + " 広沢ヒロサワ 国田クニタ 桜井サクライ 辺見ヘンミ 島崎シマサキ")
                    .split(" ");
    private static final String[] HEAD =
            ("山ヤマ 川カワ 松マツ 竹タケ 梅ウメ 森モリ 林ハヤシ 石イシ 岩イワ 小コ 大オオ 中ナカ 上ウエ 下シモ 北キタ 南ミナミ 西ニシ 東ヒガシ 長ナガ 平ヒラ 深フカ 浅アサ 青アオ 白シラ 黒クロ 金カネ"
                            + " 桜サクラ 藤フジ 柳ヤナギ 杉スギ 桐キリ 柿カキ 栗クリ 稲イネ 米ヨネ 鳥トリ 鶴ツル 亀カメ 熊クマ 星ホシ 月ツキ 雪ユキ 波ナミ 潮シオ 古フル 新ニイ 今イマ 宮ミヤ")
                    .split(" ");
    private static final String[] TAIL =
            ("田タ 川カワ 山ヤマ 本モト 原ハラ 野ノ 村ムラ 島シマ 崎サキ 沢サワ 井イ 谷タニ 木キ 口グチ 橋ハシ 辺ベ 内ウチ 岡オカ 坂サカ 浦ウラ 浜ハマ 瀬セ 池イケ 塚ツカ 城シロ 宮ミヤ 寺テラ 屋ヤ"
                            + " 倉クラ 尾オ 越コシ 住スミ 脇ワキ 垣ガキ 戸ト")
                    .split(" ");
    private static final String[] FIRST =
            ("明昭秋晶アキ 和一数カズ 正雅昌政マサ 義良吉佳ヨシ 博浩弘宏寛ヒロ 裕優悠勇ユウ 健賢謙ケン 直尚ナオ 智友朋トモ 信伸宣ノブ 秀英ヒデ 光満充ミツ 貴孝隆崇タカ 文史フミ 美実未ミ 恵江絵エ"
                            + " 由結友ユ 真麻茉マ 千知智チ 佐沙紗サ 里理莉リ 奈菜那ナ 香佳花カ 晴春陽ハル 洋陽葉ヨウ 幸雪由ユキ 静志シズ 清聖キヨ 敏利俊トシ 純淳潤ジュン 京恭協キョウ 泰康安ヤス")
                    .split(" ");
    private static final String[] MAN =
            "夫雄男生オ 彦比ヒコ 人斗ト 也哉ヤ 樹輝紀キ 之幸行ユキ 太汰タ 朗郎ロウ 介助輔スケ 司治次ジ 平兵ヘイ 吾悟ゴ 一市イチ 将正マサ".split(" ");
    private static final String[] WOMAN = "子湖コ 美実未ミ 江恵枝エ 代世与ヨ 香佳花カ 奈菜那ナ 里理莉リ 乃野ノ 穂帆歩ホ 音祢ネ 葉羽ハ 衣伊イ 紀希季キ 月津ツキ".split(" ");
    private static final String[] ALONE =
            "誠マコト 聡サトシ 学マナブ 豊ユタカ 茂シゲル 勝マサル 進ススム 実ミノル 翔ショウ 蓮レン 恵メグミ 薫カオル 光ヒカル 忍シノブ 泉イズミ 葵アオイ 凛リン 空ソラ 陸リク 海カイ".split(" ");

    static JapaneseName draw(SplittableRandom lots, boolean woman) {
        return family(lots).withGiven(lots, woman);
    }

    static JapaneseName family(SplittableRandom lots) {
        if (lots.nextInt(100) < 55) {
            var family = COMMON[skewed(lots, COMMON.length)];
            return new JapaneseName(characters(family), kana(family), "", "");
        }
        var head = HEAD[skewed(lots, HEAD.length)];
        var tail = TAIL[skewed(lots, TAIL.length)];
        return new JapaneseName(characters(head) + characters(tail), kana(head) + kana(tail), "", "");
    }

    JapaneseName withGiven(SplittableRandom lots, boolean woman) {
        if (lots.nextInt(100) < 12) {
            var alone = ALONE[skewed(lots, ALONE.length)];
            return new JapaneseName(family, familyKana, characters(alone), kana(alone));
        }
        var last = woman ? WOMAN : MAN;
        var a = FIRST[skewed(lots, FIRST.length)];
        var b = last[skewed(lots, last.length)];
        return new JapaneseName(family, familyKana, one(lots, a) + one(lots, b), kana(a) + kana(b));
    }

    JapaneseName withFamily(JapaneseName other) {
        return new JapaneseName(other.family, other.familyKana, given, givenKana);
    }

    /// As parents name twins: 幸代 and 幸子, ユウタ and ユウト, now and then 陸 and 空 with one reading.
    JapaneseName like(SplittableRandom lots, boolean woman) {
        if (lots.nextInt(10) == 0) {
            return new JapaneseName(family, familyKana, withGiven(lots, woman).given(), givenKana);
        }
        var last = woman ? WOMAN : MAN;
        var b = last[lots.nextInt(last.length)];
        var start = FIRST[skewed(lots, FIRST.length)];
        for (var part : FIRST) {
            start = givenKana.startsWith(kana(part)) ? part : start;
        }
        return new JapaneseName(
                family,
                familyKana,
                (given.length() > 1 ? given.substring(0, 1) : one(lots, start)) + one(lots, b),
                kana(start) + kana(b));
    }

    /// The same sound in other characters.
    String otherCharacters(SplittableRandom lots) {
        for (var a : FIRST) {
            for (var last : new String[][] {MAN, WOMAN}) {
                for (var b : last) {
                    if (givenKana.equals(kana(a) + kana(b))) {
                        return one(lots, a) + one(lots, b);
                    }
                }
            }
        }
        return given;
    }

    /// Another reading of the same characters, as a clerk guesses it.
    String guessedReading(SplittableRandom lots) {
        var other = FIRST[lots.nextInt(FIRST.length)];
        return kana(other) + givenKana.substring(Math.min(givenKana.length(), 1 + lots.nextInt(2)));
    }

    private static String one(SplittableRandom lots, String part) {
        var choice = characters(part);
        return String.valueOf(choice.charAt(skewed(lots, choice.length())));
    }

    private static String characters(String part) {
        return part.replaceAll("[ァ-ヶー]", "");
    }

    private static String kana(String part) {
        return part.replaceAll("[^ァ-ヶー]", "");
    }

    /// The first ones oftener, as names are.
    private static int skewed(SplittableRandom lots, int bound) {
        return (int) (bound * Math.pow(lots.nextDouble(), 1.6));
    }
}
