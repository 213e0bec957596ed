package hmnet.bench.mixes;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// The name of a foreign resident (外国人の氏名): its words in the order of the passport, each in Latin letters with the
/// katakana that clerks write for it; where there are characters, those too with their Japanese reading.
///
/// @param words the family name first
/// @param characters family and given name in characters, or empty
/// @param japanese the reading of these characters in Japan
record ForeignName(List<NameWord> words, List<String> characters, List<String> japanese, boolean korean) {
    /// One word: Latin letters, and its usual and unusual katakana.
    record NameWord(String latin, List<String> kana) {
        static NameWord of(String written) {
            var parts = written.split(":", -1);
            return new NameWord(parts[0], List.of(parts[1].split("/", -1)));
        }

        String usual() {
            return kana.getFirst();
        }

        String heard(SplittableRandom lots) {
            return kana.get(lots.nextInt(kana.size()));
        }
    }

    private static final String[][] VIETNAM = {
        words(
                "NGUYEN:グエン/グェン TRAN:チャン/トラン LE:レ/レー PHAM:ファム HOANG:ホアン VU:ヴー/ブー DANG:ダン BUI:ブイ DO:ドー/ド NGO:ゴー/ゴ DUONG:ズオン/ドゥオン"
                        + " PHAN:ファン VO:ヴォー/ボー TRUONG:チュオン/チュン DINH:ディン/ジン HUYNH:フイン/フィン LUU:リュウ/ルー"),
        words("THI:ティ/テイ/チ VAN:ヴァン/バン DUC:ドゥック/ドック NGOC:ゴック THANH:タイン/タン MINH:ミン QUANG:クアン HUU:フウ/フー THU:トゥ/トゥー"),
        words(
                "HANG:ハン LINH:リン NAM:ナム HUNG:フン TUNG:トゥン/トウン ANH:アイン/アン DUNG:ズン/ユン LAN:ラン MAI:マイ HUONG:フオン/フォン LONG:ロン HA:ハー/ハ"
                        + " SON:ソン TRANG:チャン KHANH:カイン/カン PHUONG:フオン THAO:タオ/タァオ YEN:イエン/エン QUYNH:クイン/クィン TUAN:トゥアン/ツアン")
    };
    private static final String[][] PHILIPPINES = {
        words(
                "SANTOS:サントス REYES:レイエス/レイェス CRUZ:クルス/クルズ BAUTISTA:バウティスタ/バウテイスタ GARCIA:ガルシア MENDOZA:メンドーサ/メンドサ TORRES:トーレス/トレス"
                        + " RAMOS:ラモス AQUINO:アキノ VILLANUEVA:ビリャヌエバ/ヴィラヌエヴァ DELACRUZ:デラクルス FLORES:フローレス"),
        words(
                "MARIA:マリア JOHN:ジョン MARY:メアリー/マリー ROSE:ローズ/ロース ANGEL:エンジェル/アンヘル JUAN:フアン/ホアン CHRISTIAN:クリスチャン/クリスティアン ANNA:アンナ/アナ"),
        words("GRACE:グレース/グレイス CRISTINA:クリスティーナ/クリスチナ CARLO:カルロ PAUL:ポール JOY:ジョイ MICHAEL:マイケル/ミカエル LUZ:ルス/ルース FE:フェ")
    };
    private static final String[][] BRAZIL = {
        words(
                "SILVA:シルバ/シルヴァ SANTOS:サントス OLIVEIRA:オリベイラ/オリヴェイラ SOUZA:ソウザ/ソーザ PEREIRA:ペレイラ FERREIRA:フェレイラ ALMEIDA:アルメイダ COSTA:コスタ LIMA:リマ"),
        words(
                "TANAKA:タナカ YAMADA:ヤマダ RODRIGUES:ロドリゲス/ホドリゲス CARVALHO:カルバリョ/カルヴァーリョ GOMES:ゴメス MARTINS:マルチンス/マルティンス ROCHA:ロシャ/ホッシャ DIAS:ジアス/ディアス"),
        words("ANA:アナ JOAO:ジョアン PEDRO:ペドロ LUCAS:ルカス/ルーカス GABRIEL:ガブリエル JULIANA:ジュリアナ CARLOS:カルロス FERNANDA:フェルナンダ"),
        words("PAULA:パウラ HENRIQUE:エンリケ/ヘンリケ CAROLINA:カロリナ/カロリーナ EDUARDO:エドゥアルド/エドアルド BEATRIZ:ベアトリス MIGUEL:ミゲル")
    };
    private static final String[][] NEPAL = {
        words("SHARMA:シャルマ/サルマ THAPA:タパ RAI:ライ GURUNG:グルン TAMANG:タマン SHRESTHA:シュレスタ/シレスタ ADHIKARI:アディカリ/アデカリ KC:ケーシー"),
        words("BAHADUR:バハドゥル/バハドル KUMAR:クマール/クマル MAYA:マヤ PRASAD:プラサド/プラサード"),
        words("RAM:ラム SITA:シタ HARI:ハリ BISHNU:ビシュヌ/ビスヌ SUNITA:スニタ PRAKASH:プラカシュ/プラカス ANJALI:アンジャリ DIPAK:ディパク/デパク")
    };
    private static final String[] CHINA_FAMILY = words(
            "WANG:ワン:王:オウ LI:リー/リ:李:リ ZHANG:チャン/ジャン:張:チョウ LIU:リュウ/リウ:劉:リュウ CHEN:チェン/チン:陳:チン YANG:ヤン:楊:ヨウ HUANG:ホアン/ファン:黄:コウ ZHAO:ジャオ/チャオ:趙:チョウ"
                    + " WU:ウー:呉:ゴ ZHOU:ジョウ/チョウ:周:シュウ XU:シュー/シュ:徐:ジョ SUN:スン:孫:ソン MA:マー/マ:馬:バ GAO:ガオ:高:コウ LIN:リン:林:リン SONG:ソン:宋:ソウ TANG:タン:唐:トウ FENG:フォン:馮:フウ");
    private static final String[] CHINA_GIVEN = words(
            "XIAO:シャオ:暁:ギョウ MING:ミン:明:メイ JUN:ジュン/チュン:軍:グン JING:ジン/チン:静:セイ WEI:ウェイ:偉:イ FANG:ファン:芳:ホウ NA:ナ/ナー:娜:ナ LI:リー/リ:麗:レイ QIANG:チァン/チャン:強:キョウ"
                    + " MEI:メイ:梅:バイ HUA:ホア/ファ:華:カ YAN:イェン/エン:燕:エン PING:ピン:平:ヘイ HONG:ホン:紅:コウ BO:ボー/ボ:波:ハ LEI:レイ:磊:ライ YU:ユー/ユ:玉:ギョク DONG:ドン:東:トウ");
    private static final String[] KOREA_FAMILY = words(
            "KIM:キム:金:キン LEE:イ/リ:李:リ PARK:パク:朴:ボク CHOI:チェ:崔:サイ JUNG:チョン/ジョン:鄭:テイ KANG:カン:姜:キョウ CHO:チョ:趙:チョウ YOON:ユン:尹:イン LIM:イム/リム:林:リン SHIN:シン:申:シン HAN:ハン:韓:カン"
                    + " OH:オ:呉:ゴ SEO:ソ:徐:ジョ KWON:クォン:権:ケン HWANG:ファン:黄:コウ");
    private static final String[] KOREA_GIVEN = words(
            "SUNG:ソン:成:セイ HO:ホ:浩:コウ MIN:ミン:民:ミン SOO:ス:秀:シュウ EUN:ウン:恩:オン JU:ジュ:珠:シュ JI:ジ:智:チ HYE:ヘ:恵:ケイ YOUNG:ヨン:英:エイ CHUL:チョル:哲:テツ SANG:サン:相:ソウ MI:ミ:美:ミ"
                    + " SOOK:スク:淑:シュク HYUN:ヒョン:賢:ケン JUN:ジュン:俊:シュン KYUNG:ギョン:京:ケイ");

    static ForeignName draw(SplittableRandom lots) {
        var from = lots.nextInt(100);
        if (from < 30) {
            return latin(lots, VIETNAM[0], VIETNAM[1], VIETNAM[2]);
        } else if (from < 45) {
            return latin(lots, PHILIPPINES[0], PHILIPPINES[1], PHILIPPINES[2]);
        } else if (from < 55) {
            return latin(lots, BRAZIL[0], BRAZIL[1], BRAZIL[2], BRAZIL[3]);
        } else if (from < 62) {
            return lots.nextBoolean() ? latin(lots, NEPAL[0], NEPAL[2]) : latin(lots, NEPAL[0], NEPAL[1], NEPAL[2]);
        }
        return from < 85
                ? written(lots, false, CHINA_FAMILY, CHINA_GIVEN)
                : written(lots, true, KOREA_FAMILY, KOREA_GIVEN);
    }

    private static ForeignName latin(SplittableRandom lots, String[]... from) {
        return new ForeignName(
                Arrays.stream(from)
                        .map(list -> NameWord.of(list[lots.nextInt(list.length)]))
                        .toList(),
                List.of(),
                List.of(),
                false);
    }

    private static ForeignName written(SplittableRandom lots, boolean korean, String[] families, String[] givens) {
        var family = families[lots.nextInt(families.length)].split(":", -1);
        var first = givens[lots.nextInt(givens.length)].split(":", -1);
        var second = korean || lots.nextInt(3) > 0 ? givens[lots.nextInt(givens.length)].split(":", -1) : null;
        var given = second == null
                ? first
                : new String[] {
                    first[0] + second[0], both(first[1], second[1]), first[2] + second[2], first[3] + second[3]
                };
        return new ForeignName(
                List.of(NameWord.of(family[0] + ":" + family[1]), NameWord.of(given[0] + ":" + given[1])),
                List.of(family[2], given[2]),
                List.of(family[3], given[3]),
                korean);
    }

    private static String both(String first, String second) {
        var others = second.split("/", -1);
        return Arrays.stream(first.split("/", -1))
                .flatMap(a -> Arrays.stream(others).map(b -> a + b))
                .collect(Collectors.joining("/"));
    }

    boolean inCharacters() {
        return !characters.isEmpty();
    }

    private static String[] words(String text) {
        return text.split(" ");
    }
}
