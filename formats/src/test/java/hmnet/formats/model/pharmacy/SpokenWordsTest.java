package hmnet.formats.model.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.QrSymbols.Symbol;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What pharmacies and prescriptions say in words and numbers, and what is reckoned from them.
class SpokenWordsTest {
    private static final Amount TWO = Amount.of("2", "錠");
    private static final DoseRhythm DAILY = DoseRhythm.DAILY;

    private static Optional<DoseRhythm> heard(String words) {
        return SpokenRhythm.read(DAILY, words);
    }

    @Test
    void onlyWordsThatSayOneRhythmAreUnderstood() {
        assertThat(heard("毎日")).contains(DAILY.every(1));
        assertThat(heard("隔日")).contains(DAILY.every(2));
        assertThat(heard("隔日（1日おき）")).contains(DAILY.every(2));
        assertThat(heard("2日おき")).contains(DAILY.every(3));
        assertThat(heard("２日おき（3日ごと）")).contains(DAILY.every(3));
        assertThat(heard("2週ごと")).contains(DAILY.inWeeks(2, 0, Set.of()));
        assertThat(heard("週3回")).contains(DAILY.inWeeks(0, 3, Set.of()));
        assertThat(heard("毎週 月・金曜日")).contains(DAILY.inWeeks(0, 0, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        assertThat(heard("日曜日")).contains(DAILY.inWeeks(0, 0, Set.of(DayOfWeek.SUNDAY)));
        assertThat(heard("毎月 1日・15日")).contains(DAILY.onDaysOfMonth(List.of(1, 15)));
        assertThat(heard("1日3回")).contains(DAILY.inADay(3, 0, List.of()));
        assertThat(heard("8時間ごと")).contains(DAILY.inADay(0, 8, List.of()));
        assertThat(heard("時刻 08:00・20:00")).contains(DAILY.inADay(0, 0, List.of("08:00", "20:00")));
        for (var words : List.of("奇数日", "月", "毎月32日", "毎月0日", "朝食後", "2日", "")) {
            assertThat(heard(words)).as(words).isEmpty();
        }
        assertThat(heard("毎月31日")).contains(DAILY.onDaysOfMonth(List.of(31)));
    }

    @Test
    void wordsNeverChangeWhatIsKnown() {
        assertThat(SpokenRhythm.read(DAILY.every(3), "毎日")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.every(3), "隔日")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.every(2), "隔日")).contains(DAILY.every(2));
        assertThat(SpokenRhythm.read(DAILY.inWeeks(1, 0, Set.of()), "2週ごと")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.inWeeks(1, 2, Set.of()), "週3回")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.inWeeks(0, 0, Set.of(DayOfWeek.MONDAY)), "火曜日"))
                .isEmpty();
        assertThat(SpokenRhythm.read(DAILY.onDaysOfMonth(List.of(1)), "毎月 15日")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.inADay(2, 0, List.of()), "1日3回")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.inADay(0, 6, List.of()), "8時間ごと")).isEmpty();
        assertThat(SpokenRhythm.read(DAILY.inADay(0, 0, List.of("08:00")), "時刻 20:00"))
                .isEmpty();
    }

    @Test
    void aWholeInstructionIsSaidInWordsAndReadAgain() {
        var whole = Dosage.NONE
                .with(new DoseAmounts(
                        Amount.of("1", "錠"),
                        TWO,
                        Amount.of("6", "錠"),
                        List.of(new UnevenDose("朝", TWO), new UnevenDose("夕", Amount.of("4", "錠"))),
                        Amount.of("20", "mL/h"),
                        true))
                .with(DoseRhythm.DAILY
                        .every(2)
                        .inWeeks(2, 3, Set.of(DayOfWeek.MONDAY))
                        .onDaysOfMonth(List.of(1))
                        .inADay(2, 12, List.of("08:00", "20:00"))
                        .whenNeeded(Concept.of("疼痛時"))
                        .limited(new DoseLimit(TWO, Amount.of("1", "日"), "食間は不可")))
                .with(new DosePeriod("2026-04-01", "2026-04-07", 7, 14))
                .with(new DoseWay(Concept.of("経口"), Concept.of("右頬"), Concept.of("吸入器"), Concept.of("塗布")));
        var words = SpokenDosage.words(whole, Dosage.NONE);
        assertThat(words)
                .containsExactly(
                        "1回量 1錠",
                        "1回最大 2錠",
                        "1日量 6錠",
                        "速度 20mL/h",
                        "不均等 朝 2錠・夕 4錠",
                        "量は原薬量（力価）",
                        "隔日",
                        "2週ごと",
                        "月曜日",
                        "週3回",
                        "毎月1日",
                        "1日2回",
                        "12時間ごと",
                        "時刻 08:00・20:00",
                        "頓用 疼痛時",
                        "上限 食間は不可",
                        "上限量 2錠／1日",
                        "開始 2026-04-01",
                        "終了 2026-04-07",
                        "7日分",
                        "14回分",
                        "投与経路 経口",
                        "部位 右頬",
                        "器具 吸入器",
                        "手技 塗布");
        var read = Dosage.NONE;
        for (var word : words) {
            read = SpokenDosage.read(read, word).orElseThrow();
        }
        assertThat(read).isEqualTo(whole);
        assertThat(SpokenDosage.words(whole, whole)).isEmpty();
        for (var word : words) {
            assertThat(SpokenDosage.read(whole, word).orElse(whole)).as(word).isEqualTo(whole);
        }
        assertThat(SpokenDosage.words(Dosage.NONE, Dosage.NONE)).isEmpty();
        assertThat(SpokenDosage.words(Dosage.NONE, whole))
                .as("what was not said is no word, and no empty one")
                .isEmpty();
    }

    @Test
    void needsWithoutAReasonAndConditionsWithoutANeedStayApart() {
        var needed = Dosage.NONE.with(DoseRhythm.AS_NEEDED);
        assertThat(SpokenDosage.words(needed, Dosage.NONE)).containsExactly("頓用");
        assertThat(SpokenDosage.read(Dosage.NONE, "頓用")).contains(needed);
        assertThat(SpokenDosage.read(needed, "頓用")).isEmpty();
        var depending = Dosage.NONE.with(DAILY.dependingOn(Concept.of("血糖200以上")));
        assertThat(SpokenDosage.words(depending, Dosage.NONE)).containsExactly("条件 血糖200以上");
        assertThat(SpokenDosage.read(Dosage.NONE, "条件 血糖200以上")).contains(depending);
        assertThat(SpokenDosage.read(Dosage.NONE, "頓用 疼痛時 部位 右"))
                .as("words of another element")
                .isEmpty();
        assertThat(SpokenDosage.read(Dosage.NONE, "上限量 たくさん／1日")).isEmpty();
        assertThat(SpokenDosage.read(Dosage.NONE, "1回量 適量")).isEmpty();
        assertThat(SpokenDosage.read(Dosage.NONE, "開始 あした")).isEmpty();
    }

    private static PrescribedDrug drug() {
        return PrescribedDrug.of("1", Concept.of("架空錠"), Dosage.NONE);
    }

    /// 調剤数量: of an internal drug days, of one taken when needed times, of all others what is handed over.
    @Test
    void whatAnAmountCountsDependsOnItsForm() {
        var internal = new Supply(SupplyForm.INTERNAL, 7, false).of(drug(), Amount.of("3", "錠"), Amount.of("1", "錠"));
        assertThat(internal.daily().shown()).isEqualTo("3錠");
        assertThat(internal.dose().shown()).isEqualTo("1錠");
        assertThat(internal.dosage().period()).isEqualTo(new DosePeriod("", "", 7, 0));
        assertThat(internal.total().shown()).isEqualTo("21錠");
        assertThat(internal.asNeeded()).isFalse();
        var needed = new Supply(SupplyForm.AS_NEEDED, 5, false).of(drug(), TWO, Amount.NONE);
        assertThat(needed.dose().shown()).isEqualTo("2錠");
        assertThat(needed.daily().isNone()).isTrue();
        assertThat(needed.dosage().period()).isEqualTo(new DosePeriod("", "", 0, 5));
        assertThat(needed.asNeeded()).isTrue();
        assertThat(needed.total().shown()).isEqualTo("10錠");
        var whole = new Supply(SupplyForm.WHOLE, 1, false).of(drug(), Amount.of("10", "枚"), Amount.NONE);
        assertThat(whole.dose().isNone() && whole.daily().isNone()).isTrue();
        assertThat(whole.total().shown()).isEqualTo("10枚");
        assertThat(whole.dosage().period()).isEqualTo(DosePeriod.NONE);
        var daily = new Supply(SupplyForm.WHOLE, 3, true).of(drug(), Amount.of("1", "枚"), Amount.NONE);
        assertThat(daily.daily().shown()).isEqualTo("1枚");
        assertThat(daily.dosage().period().days()).isEqualTo(3);
        var unknown = new Supply(SupplyForm.UNKNOWN, 3, false).of(drug(), TWO, Amount.NONE);
        assertThat(unknown.total().isNone()).as("nothing is reckoned with it").isTrue();
        assertThat(new Supply(SupplyForm.UNKNOWN, 1, false)
                        .of(drug(), TWO, Amount.NONE)
                        .total()
                        .shown())
                .isEqualTo("2錠");
        assertThat(new Supply(SupplyForm.WHOLE, 0, false)
                        .of(drug(), TWO, Amount.NONE)
                        .total()
                        .isNone())
                .isTrue();
        assertThat(new Supply(SupplyForm.WHOLE, 2, false)
                        .of(drug(), Amount.of("0.5", "g"), Amount.NONE)
                        .total()
                        .value())
                .isEqualTo("1");
    }

    @Test
    void onlyDigitsAreReckonedWith() {
        for (var clean : List.of("1", "0.5", "123456789012")) {
            assertThat(Supply.isClean(clean)).as(clean).isTrue();
        }
        for (var other : List.of("", ".5", "5.", "1.2.3", "1a", "-1", "適量", "1234567890123")) {
            assertThat(Supply.isClean(other)).as(other).isFalse();
        }
        assertThat(Supply.count(" 14 ")).isEqualTo(14);
        assertThat(Supply.count("9999")).isEqualTo(9999);
        assertThat(Supply.count("12345") + Supply.count("") + Supply.count("1x") + Supply.count("-1"))
                .isZero();
    }

    /// JIS X 0510: at most sixteen symbols, each with its place, their number and the parity of the whole.
    @Test
    void aTextPartedIntoSymbolsIsPutTogetherAgain() throws Unreadable {
        var text = "架空の処方箋。架空の薬。".getBytes(StandardCharsets.UTF_8);
        var symbols = new ArrayList<>(QrSymbols.split(text, 10));
        assertThat(symbols).hasSize((text.length + 9) / 10);
        Collections.reverse(symbols);
        symbols.add(symbols.getFirst());
        assertThat(QrSymbols.join(symbols)).isEqualTo(text);
        assertThat(QrSymbols.split(new byte[20], 10)).hasSize(2);
        assertThat(QrSymbols.split(new byte[0], 10)).hasSize(1);
        assertThat(QrSymbols.split(new byte[160], 10)).hasSize(16);
        assertThatThrownBy(() -> QrSymbols.split(new byte[161], 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void symbolsThatDoNotBelongTogetherAreRefused() {
        var one = new Symbol(0, 2, 'a' ^ 'b', new byte[] {'a'});
        var two = new Symbol(1, 2, 'a' ^ 'b', new byte[] {'b'});
        refused("parts-missing");
        refused("parts-missing", one);
        refused("parts-mixed", one, new Symbol(1, 3, 'a' ^ 'b', new byte[] {'b'}));
        refused("parts-mixed", one, new Symbol(1, 2, 7, new byte[] {'b'}));
        refused("parts-mixed", one, new Symbol(2, 2, 'a' ^ 'b', new byte[] {'b'}));
        refused("parts-mixed", one, new Symbol(-1, 2, 'a' ^ 'b', new byte[] {'b'}));
        refused("parts-mixed", one, two, new Symbol(1, 2, 'a' ^ 'b', new byte[] {'c'}));
        refused("parts-damaged", one, new Symbol(1, 2, 'a' ^ 'b', new byte[] {'c'}));
        refused("parts-mixed", new Symbol(0, 0, 0, new byte[0]));
        refused("parts-mixed", new Symbol(0, 17, 0, new byte[] {1}));
    }

    private static void refused(String code, Symbol... symbols) {
        assertThatThrownBy(() -> QrSymbols.join(List.of(symbols)))
                .isInstanceOfSatisfying(
                        Unreadable.class, why -> assertThat(why.note().code()).isEqualTo(code));
    }

    /// 薬品コード種別 of JAHIS.
    @Test
    void everyKindOfDrugCodeHasItsSystem() {
        assertThat(DrugCodes.system("2", "610000000")).isEqualTo(DrugCodes.RECEIPT);
        assertThat(DrugCodes.system("3", "1124001F1015")).isEqualTo(DrugCodes.MHLW);
        assertThat(DrugCodes.system("4", "1124001F1015")).isEqualTo(CodingSystems.YJ);
        assertThat(DrugCodes.system("6", "1000000")).isEqualTo(CodingSystems.uri("HOT7"));
        assertThat(DrugCodes.system("6", "100000001")).isEqualTo(CodingSystems.HOT9);
        assertThat(DrugCodes.system("6", "1000000010101")).isEqualTo(CodingSystems.uri("HOT13"));
        assertThat(DrugCodes.system("7", "1124001F1ZZZ")).isEqualTo(DrugCodes.GENERIC);
        assertThat(DrugCodes.system("1", "")).isEmpty();
        for (var kind : List.of("2", "3", "4", "7")) {
            assertThat(DrugCodes.kind(DrugCodes.system(kind, ""))).isEqualTo(kind);
        }
        for (var hot : List.of("1000000", "100000001", "1000000010101")) {
            assertThat(DrugCodes.kind(DrugCodes.hot(hot))).isEqualTo("6");
        }
        assertThat(DrugCodes.kind("urn:x")).isEqualTo("1");
    }

    /// 薬品補足区分: each number by its own words.
    @Test
    void whatTheDoctorTellsThePharmacistIsKnownByItsWords() {
        for (var instruction : DispensingInstruction.values()) {
            assertThat(DispensingInstruction.ofWords(instruction.words())).contains(instruction);
            assertThat(DispensingInstruction.ofWords(instruction.words() + "指示"))
                    .contains(instruction);
            assertThat(DispensingInstruction.of(instruction.concept())).contains(instruction);
            assertThat(instruction.said("").text()).isEqualTo(instruction.words());
            assertThat(instruction.said(instruction.words()).text()).isEqualTo(instruction.words());
        }
        assertThat(DispensingInstruction.ofNumber("")).isEmpty();
        assertThat(DispensingInstruction.ofNumber("7")).isEmpty();
        assertThat(DispensingInstruction.ofWords("粉砕しない")).isEmpty();
        assertThat(DispensingInstruction.ONE_DOSE.said("朝夕分包").text()).isEqualTo("朝夕分包");
        assertThat(DispensingInstruction.ONE_DOSE.said("朝夕").text()).isEqualTo("一包化（朝夕）");
        assertThat(DispensingInstruction.CRUSHED.said("脱カプセル").text()).isEqualTo("粉砕（脱カプセル）");
        assertThat(DispensingInstruction.NO_GENERIC.said("剤形変更不可").text()).isEqualTo("後発品変更不可（剤形変更不可）");
        assertThat(DispensingInstruction.NO_GENERIC.said("規格変更不可").text()).isEqualTo("後発品変更不可（規格変更不可）");
        assertThat(DispensingInstruction.NO_GENERIC.said("変更不可").text()).isEqualTo("変更不可");
        assertThat(DispensingInstruction.SAME_FORM.said("剤形を変える").text()).isEqualTo("剤形変更不可（剤形を変える）");
        assertThat(DispensingInstruction.SAME_FORM.said("剤形と規格は不可").text()).isEqualTo("剤形変更不可（剤形と規格は不可）");
        assertThat(DispensingInstruction.SAME_STRENGTH.said("規格は不可").text()).isEqualTo("規格は不可");
        assertThat(DispensingInstruction.SAME_STRENGTH.said("剤形と規格は不可").text()).isEqualTo("含量規格変更不可（剤形と規格は不可）");
        assertThat(DispensingInstruction.SAME_FORM_AND_STRENGTH.said("剤形と規格は不可").text())
                .isEqualTo("剤形と規格は不可");
        assertThat(DispensingInstruction.SAME_FORM_AND_STRENGTH.said("剤形は不可").text())
                .isEqualTo("剤形変更不可及び含量規格変更不可（剤形は不可）");
        assertThat(DispensingInstruction.BRAND_WISHED.said("患者希望による").text()).isEqualTo("患者希望による");
    }

    @Test
    void theFormOfAGroupIsTheOneItsWayNames() {
        assertThat(DosageForm.ofRx("3")).isEqualTo(DosageForm.EXTERNAL);
        assertThat(DosageForm.ofRx("1")).isEqualTo(DosageForm.INTERNAL);
        assertThat(DosageForm.ofRx("8")).isEqualTo(DosageForm.OTHER);
        assertThat(DosageForm.ofTc("6")).isEqualTo(DosageForm.DECOCTION);
        assertThat(DosageForm.ofTc("99")).isEqualTo(DosageForm.OTHER);
        for (var form : List.of(DosageForm.EXTERNAL, DosageForm.DROPS, DosageForm.INJECTION, DosageForm.MATERIAL)) {
            assertThat(DosageForm.of(by(form.concept("")), false)).isEqualTo(form);
            assertThat(DosageForm.of(by(Concept.of(CodingSystems.DOSE_FORM, form.rx(), "別名")), false))
                    .isEqualTo(form);
        }
        assertThat(DosageForm.of(by(DosageForm.HOT_DRINK.concept("")), false)).isEqualTo(DosageForm.HOT_DRINK);
        assertThat(DosageForm.OTHER.concept("貼付材").text()).isEqualTo("貼付材");
        assertThat(DosageForm.INTERNAL.concept("内服").isNone()).isTrue();
        assertThat(DosageForm.of(drug(), true)).isEqualTo(DosageForm.INJECTION);
        assertThat(DosageForm.of(drug(), false)).isEqualTo(DosageForm.OTHER);
        assertThat(DosageForm.of(drug().withDosage(Dosage.NONE.with(DoseRhythm.AS_NEEDED)), false))
                .isEqualTo(DosageForm.AS_NEEDED);
        var ointment = Dosage.NONE.with(DoseUsage.of(Concept.of(CodingSystems.USAGE, "2B71000000000000", "塗布")));
        assertThat(DosageForm.of(drug().withDosage(ointment), false)).isEqualTo(DosageForm.EXTERNAL);
        var daily = Dosage.NONE.with(DoseAmounts.of(Amount.NONE, TWO)).with(new DosePeriod("", "", 7, 0));
        assertThat(DosageForm.of(drug().withDosage(daily), false)).isEqualTo(DosageForm.INTERNAL);
        assertThat(DosageForm.of(drug().withDosage(daily.with(DosePeriod.NONE)), false))
                .isEqualTo(DosageForm.OTHER);
    }

    private static PrescribedDrug by(Concept method) {
        return drug().withDosage(Dosage.NONE.with(new DoseWay(Concept.NONE, Concept.NONE, Concept.NONE, method)));
    }

    @Test
    void whatIsStoppedIsNeverWrittenAsIfItWereTaken() {
        var stopped = WritableDrugs.of(List.of(drug().withStatus(CareStatus.of(CareState.STOPPED)), drug()));
        assertThat(stopped.drugs()).hasSize(1);
        assertThat(stopped.left()).containsExactly("drugs[0] STOPPED");
        var begun = WritableDrugs.of(List.of(drug().withStatus(CareStatus.of(CareState.IN_PROGRESS))));
        assertThat(begun.drugs()).hasSize(1);
        assertThat(begun.left()).containsExactly("drugs[0].status");
        var steps = WritableDrugs.of(List.of(PrescribedDrug.of("1", Concept.of("架空錠"), Dosage.NONE, Dosage.NONE)
                .withTotal(TWO)));
        assertThat(steps.drugs()).extracting(PrescribedDrug::rp).containsExactly("1", "1#2");
        assertThat(steps.drugs()).extracting(drug -> drug.total().value()).containsExactly("2", "");
        assertThat(steps.left()).containsExactly("drugs[0].dosages");
        var mixed = WritableDrugs.of(List.of(
                drug().withDrug(Concept.of("混注"), List.of(new Ingredient(Concept.of("架空注"), Amount.of("20", "mL"))))));
        assertThat(mixed.drugs()).singleElement().satisfies(part -> {
            assertThat(part.drug().shown()).isEqualTo("架空注");
            assertThat(part.dose().shown()).isEqualTo("20mL");
            assertThat(part.total().shown()).isEqualTo("20mL");
            assertThat(part.ingredients()).isEmpty();
        });
        assertThat(mixed.left()).containsExactly("drugs[0].ingredients");
        assertThat(WritableDrugs.of(List.of(drug())).left()).isEmpty();
    }

    @Test
    void aPackAndAnInstructionAreReadFromTheWordsOfADrug() {
        assertThat(SpokenDrug.with(drug(), "1包装 100錠").pack().shown()).isEqualTo("100錠");
        assertThat(SpokenDrug.with(drug(), "1包装 100").pack()).isEqualTo(Amount.of("100", ""));
        assertThat(SpokenDrug.with(drug().withPack(TWO), "1包装 100錠").notes()).containsExactly("1包装 100錠");
        assertThat(SpokenDrug.words(drug().withPack(TWO), drug())).containsExactly("1包装 2錠");
        assertThat(SpokenDrug.words(drug().withPack(TWO), drug().withPack(TWO))).isEmpty();
        var crushed = SpokenDrug.with(drug(), "粉砕");
        assertThat(crushed.instructions()).extracting(Concept::shown).containsExactly("粉砕");
        assertThat(crushed.notes()).isEmpty();
        assertThat(SpokenDrug.with(crushed, "粉砕").instructions()).hasSize(1);
        assertThat(SpokenDrug.with(drug(), "冷所保存").notes()).containsExactly("冷所保存");
        assertThat(SpokenDrug.withUsage(drug(), "噛まずに").dosage().notes()).containsExactly("噛まずに");
        assertThat(SpokenDrug.withUsage(drug(), "部位 右膝").dosage().way().site().shown())
                .isEqualTo("右膝");
    }
}
