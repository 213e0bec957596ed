package hmnet.people.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What one field of two charts says (判定の根拠): the field, what was found, and how much it weighs.
///
/// @param weight logarithm to the base of two of the odds; positive speaks for one person
public record Evidence(String field, String found, double weight) {
    private static final String[] CHARACTERS = {"漢字一致", "漢字が1字違い", "漢字が違う", "漢字不明"};
    private static final String[] READINGS = {"よみ一致", "よみが清濁・長短のみ違い", "よみが1字違い", "よみが違う", "よみ不明"};
    private static final String[] BIRTH = {"一致", "1桁違い・入れ替わり", "年月日のうち1つ違い", "元号違い", "違う", "不明"};
    private static final String[] SEX = {"一致", "違う", "不明"};
    private static final String[] ADDRESS = {
        "一致", "途中まで一致", "番号1つ違い", "町まで一致", "町は同じで番号が違う", "郵便番号一致", "市区まで一致", "違う", "不明"
    };
    private static final String[] PHONE = {"一致", "1桁違い", "違う", "不明"};
    private static final String[] INSURANCE = {
        "本人固有の番号が一致", "記号・番号・枝番一致", "記号・番号一致", "記号・番号一致で枝番が違う", "番号1桁違い", "保険者のみ一致", "違う", "不明"
    };
    private static final String[] CHART = {"別の施設", "同じ施設の別の患者番号", "同じ施設の同じ患者番号"};
    private static final double BIT = Math.log(2);

    /// The evidence in words, as the review desk shows it.
    public String words() {
        return String.format(Locale.ROOT, "%s：%s（%+.1f）", field, found, weight);
    }

    /// The evidence of one pattern, the weightiest first.
    public static List<Evidence> of(Model model, int pattern, double rarity) {
        var evidence = new ArrayList<Evidence>();
        for (var field : ComparedField.ALL) {
            evidence.add(
                    new Evidence(name(field), found(field, field.level(pattern)), model.weight(field, pattern) / BIT));
        }
        if (rarity != 0) {
            evidence.add(new Evidence("名前の希少さ", rarity > 0 ? "珍しい" : "多い", rarity / BIT));
        }
        evidence.sort(Comparator.comparingDouble((Evidence one) -> -Math.abs(one.weight())));
        return List.copyOf(evidence);
    }

    private static String name(ComparedField field) {
        return switch (field) {
            case SURNAME -> "姓";
            case GIVEN -> "名";
            case BIRTH -> "生年月日";
            case SEX -> "性別";
            case ADDRESS -> "住所";
            case PHONE -> "電話";
            case INSURANCE -> "保険";
            case CHART -> "患者番号";
        };
    }

    private static String found(ComparedField field, int level) {
        return switch (field) {
            case SURNAME, GIVEN ->
                CHARACTERS[level / ComparedField.SOUNDS] + "・" + READINGS[level % ComparedField.SOUNDS];
            case BIRTH -> BIRTH[level];
            case SEX -> SEX[level];
            case ADDRESS -> ADDRESS[level];
            case PHONE -> PHONE[level];
            case INSURANCE -> INSURANCE[level];
            case CHART -> CHART[level];
        };
    }
}
