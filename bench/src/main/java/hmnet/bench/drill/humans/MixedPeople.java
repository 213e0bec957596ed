package hmnet.bench.drill.humans;

import hmnet.bench.drill.humans.MixedHuman.MixedName;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// Where the humans of a random mix come from (乱数の人の出所): few names, so that strangers share them.
final class MixedPeople {
    private static final List<String> FAMILIES = List.of(
            "架空 カクウ KAKUU",
            "仮名 カメイ KAMEI",
            "見本 ミホン MIHON",
            "髙野 タカノ TAKANO",
            "高野 タカノ TAKANO",
            "渡邉 ワタナベ WATANABE",
            "例示 レイジ REIJI",
            "試験 シケン SHIKEN");
    private static final List<String> GIVEN = List.of(
            "花子 ハナコ HANAKO female",
            "華子 ハナコ HANAKO female",
            "さくら サクラ SAKURA female",
            "桜 サクラ SAKURA female",
            "裕子 ユウコ YUKO female",
            "裕子 ヒロコ HIROKO female",
            "美咲 ミサキ MISAKI female",
            "美月 ミツキ MITSUKI female",
            "太郎 タロウ TARO male",
            "一郎 イチロウ ICHIRO male",
            "陸 リク RIKU male",
            "空 ソラ SORA male",
            "翔太 ショウタ SHOTA male",
            "翔平 ショウヘイ SHOHEI male",
            "薫 カオル KAORU male",
            "薫 カオル KAORU female");
    private static final List<String> FOREIGN =
            List.of("NGUYEN グエン", "TRAN チャン", "SMITH スミス", "JOHNSON ジョンソン", "SILVA シルバ", "DELA-CRUZ デラクルズ");
    private static final List<String> FOREIGN_GIVEN = List.of(
            "THI-LAN ティラン female",
            "VAN-MINH バンミン male",
            "JOHN-PAUL ジョンポール male",
            "JOHN ジョン male",
            "MARIA マリア female",
            "MARIE マリー female");
    private static final int DAYS_OF_BIRTHS = 36_000;

    private final SplittableRandom lots;

    MixedPeople(SplittableRandom lots) {
        this.lots = lots;
    }

    /// Anybody; now and then a newborn without a name.
    MixedHuman newcomer(LocalDate today) {
        var foreign = lots.nextInt(100) < 12;
        var given = one(foreign ? FOREIGN_GIVEN : GIVEN);
        var baby = !foreign && lots.nextInt(100) < 15;
        var born = baby
                ? today.minusDays(lots.nextInt(5))
                : LocalDate.of(1925, 1, 1).plusDays(lots.nextInt(DAYS_OF_BIRTHS));
        return new MixedHuman(
                surname(foreign), name(given), born, given[given.length - 1], home(), foreign, !baby, null);
    }

    /// No two of one birth share a name, neither written nor read.
    ///
    /// @param known everybody so far
    MixedHuman twinOf(MixedHuman other, List<MixedHuman> known) {
        var given = one(other.foreign() ? FOREIGN_GIVEN : GIVEN);
        while (taken(name(given), other.born(), known)) {
            given = one(other.foreign() ? FOREIGN_GIVEN : GIVEN);
        }
        var named = other.named() || lots.nextBoolean();
        return new MixedHuman(
                other.family(),
                name(given),
                other.born(),
                given[given.length - 1],
                other.home(),
                other.foreign(),
                named,
                null);
    }

    private static boolean taken(MixedName given, LocalDate born, List<MixedHuman> known) {
        return known.stream()
                .filter(one -> one.born().equals(born))
                .map(MixedHuman::given)
                .anyMatch(one ->
                        one.kana().equals(given.kana()) || one.characters().equals(given.characters()));
    }

    MixedName surname(boolean foreign) {
        return name(one(foreign ? FOREIGN : FAMILIES));
    }

    String home() {
        return "架空市%d丁目%d番%d号".formatted(1 + lots.nextInt(40), 1 + lots.nextInt(30), 1 + lots.nextInt(20));
    }

    private String[] one(List<String> of) {
        return of.get(lots.nextInt(of.size())).split(" ");
    }

    /// Foreign names begin with Latin letters, which are also how they are written.
    private static MixedName name(String[] words) {
        return words[0].charAt(0) < 0x80
                ? new MixedName(words[0].replace('-', ' '), words[1], words[0].replace('-', ' '))
                : new MixedName(words[0], words[1], words[2]);
    }
}
