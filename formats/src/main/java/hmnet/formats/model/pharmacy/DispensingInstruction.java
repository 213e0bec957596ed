package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Concept;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a doctor tells those who dispense (調剤の指示), by the numbers of 薬品補足区分.
public enum DispensingInstruction {
    ONE_DOSE("1", "一包化"),
    CRUSHED("2", "粉砕"),
    NO_GENERIC("3", "後発品変更不可"),
    SAME_FORM("4", "剤形変更不可"),
    SAME_STRENGTH("5", "含量規格変更不可"),
    SAME_FORM_AND_STRENGTH("6", "剤形変更不可及び含量規格変更不可"),
    BRAND_WISHED("8", "先発医薬品患者希望"),
    /// 薬品補足区分 has no number for it.
    APART("", "別包");

    /// 薬品補足区分 of JAHIS 院外処方箋2次元シンボル.
    public static final String SYSTEM = "urn:hmnet:coding:JAHIS-RX-281";

    private final String number;
    private final String words;

    DispensingInstruction(String number, String words) {
        this.number = number;
        this.words = words;
    }

    public Concept concept() {
        return said(words);
    }

    /// In the sender's own words, behind ours where they do not say what they are about.
    public Concept said(String text) {
        var plain = text.strip();
        return Concept.of(
                SYSTEM, number, plain.isEmpty() ? words : isSaidIn(plain) ? plain : words + "（" + plain + "）");
    }

    private boolean isSaidIn(String text) {
        boolean form = text.contains("剤形");
        boolean strength = text.contains("規格");
        boolean not = text.contains("不可");
        return switch (this) {
            case ONE_DOSE -> text.contains("包化") || text.contains("分包");
            case CRUSHED, APART -> text.contains(words);
            case NO_GENERIC -> text.contains("変更不可") && !form && !strength;
            case SAME_FORM -> not && form && !strength;
            case SAME_STRENGTH -> not && strength && !form;
            case SAME_FORM_AND_STRENGTH -> not && form && strength;
            case BRAND_WISHED -> text.contains("患者希望");
        };
    }

    public String words() {
        return words;
    }

    public static Optional<DispensingInstruction> ofNumber(String number) {
        return number.isEmpty()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(each -> each.number.equals(number))
                        .findFirst();
    }

    /// Of words that say this and nothing else.
    public static Optional<DispensingInstruction> ofWords(String words) {
        return Arrays.stream(values())
                .filter(each -> List.of(each.words, each.words + "指示").contains(words.strip()))
                .findFirst();
    }

    /// Of any format: by its number, else by its words.
    public static Optional<DispensingInstruction> of(Concept instruction) {
        return ofNumber(instruction.code(SYSTEM)).or(() -> ofWords(instruction.shown()));
    }

    /// Empty for 別包.
    public String number() {
        return number;
    }
}
