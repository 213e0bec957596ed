package hmnet.formats.nsips;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a doctor must see of a dispensing, written by hand from the columns of NSIPS VER010501.
class NsipsGoldenTest {
    private static final String HEAD = """
            VER010501,20260401103000,,,34,4,9999998,見本薬局,,,,
            %s
            %s
            """.formatted(
                    line("1", 48, "1=T-1", "2=ﾐﾎﾝ ﾊﾅｺ", "3=見本　花子", "4=2", "5=19550101"),
                    line(
                            "2",
                            42,
                            "1=RX9",
                            "2=41",
                            "3=A",
                            "7=20260401",
                            "12=9999999",
                            "13=34",
                            "14=見本医院",
                            "18=01",
                            "19=内科",
                            "22=D7",
                            "24=見本　医師",
                            "26=見本　薬剤師",
                            "27=日数変更",
                            "28=疑義なし",
                            "8=1"));

    /// A record with the columns that are named.
    private static String line(String tag, int size, String... values) {
        var columns = new String[size];
        Arrays.fill(columns, "");
        columns[0] = tag;
        for (var value : values) {
            int at = value.indexOf('=');
            columns[Integer.parseInt(value.substring(0, at))] = value.substring(at + 1);
        }
        return String.join(",", columns);
    }

    private static NsipsFile read(String... lines) throws Unreadable {
        return NsipsFile.read(
                NsipsFileTest.windows(HEAD + Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n"))));
    }

    @Test
    void unevenDosesStandByTheTimesOfTheDay() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "2=*1000", "3=１日３回毎食後", "8=2", "9=1", "10=14", "13=1"),
                line(
                        "4",
                        41,
                        "1=1",
                        "2=1",
                        "3=1",
                        "4=1149019F1560",
                        "8=見本錠",
                        "11=3",
                        "12=2.5",
                        "13=0.5",
                        "14=0",
                        "16=6",
                        "17=1",
                        "18=錠"));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1回 3-2.5-0.5錠 | 1日 6錠 | １日３回毎食後 | 14日分 | 計 84錠"
                        + " | 不均等 朝 3錠・昼 2.5錠・夕 0.5錠 | 実施者 見本薬局");
    }

    @Test
    void oneTimeAndOneDayStandApartInOneGroup() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=１日３回毎食後", "8=内服", "10=7", "11=3", "13=2"),
                line("4", 41, "1=1", "2=1", "8=見本錠Ａ", "16=3", "17=1", "18=錠", "35=1"),
                line("4", 41, "1=2", "2=1", "8=見本錠Ｂ", "16=6", "17=1", "18=錠"));
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠Ａ | 1回 1錠 | 1日 3錠 | １日３回毎食後 | 7日分 | 計 21錠 | 実施者 見本薬局",
                        "1 | 見本錠Ｂ | 1日 6錠 | １日３回毎食後 | 7日分 | 計 42錠 | 実施者 見本薬局");
    }

    @Test
    void instructionsAndCommentsAreSeen() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=１日１回朝食後", "5=隔日", "8=2", "10=14", "13=1", "14=1", "16=透析日は休薬"),
                line(
                        "4",
                        41,
                        "1=1",
                        "2=1",
                        "8=見本末",
                        "16=20",
                        "17=2",
                        "18=mg",
                        "20=1",
                        "22=1",
                        "26=LOT7",
                        "27=残薬３日分",
                        "31=先の末",
                        "33=10",
                        "34=mg",
                        "40=1"));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本末 | 1日 20mg | １日１回朝食後 | 14日分 | 計 280mg | 隔日（1日おき） | 隔日 | 量は原薬量（力価） | 透析日は休薬"
                        + " | 一包化 | 粉砕 | 別包 | 実施者 見本薬局 | ※一般名処方 | ※変更前 先の末 10mg | ※ロット番号 LOT7 | ※残薬３日分");
    }

    @Test
    void anAmountWhoseMeaningNobodyToldIsShownAsItCame() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=塗布", "8=7", "9=9", "10=3", "13=1"),
                line("4", 41, "1=1", "2=1", "8=見本軟膏", "16=10", "17=1"));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本軟膏 | 塗布 | 服用量 10 日回数 3 (RP区分 7) | 実施者 見本薬局 | ※単位の記載なし");
        assertThat(file.notes()).extracting(Note::code).contains("rp-kind-unknown", "dosing-not-understood");
    }

    @Test
    void drugsTakenWhenNeededAndExternalOnesCountTimesAndPieces() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=疼痛時", "8=頓服", "10=5", "13=1", "16=１日２回まで"),
                line("4", 41, "1=1", "2=1", "8=見本頓服錠", "16=1", "17=1", "18=錠"),
                line("3", 22, "1=2", "3=１日１回貼付", "8=外用", "10=2", "13=1"),
                line("4", 41, "1=1", "2=2", "8=見本テープ", "16=7", "17=1", "18=枚"));
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 計 5錠 | 頓用 | 5回分 | １日２回まで | 実施者 見本薬局",
                        "2 | 見本テープ | １日１回貼付 | 計 14枚 | 剤形 外用 | 実施者 見本薬局");
    }

    @Test
    void whoPrescribedAndWhatWasAskedBackIsSeen() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=就寝前", "8=2", "10=7", "13=1"),
                line("4", 41, "1=1", "2=1", "8=見本錠", "16=1", "17=1", "18=錠"));
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.from().department().code(PharmacySlip.DEPARTMENT)).isEqualTo("01");
        assertThat(medicines.from().doctor().code(PharmacySlip.DOCTOR)).isEqualTo("D7");
        assertThat(medicines.from().facility().code(PharmacySlip.SHORT_INSTITUTION))
                .isEqualTo("34-9999999");
        assertThat(medicines.notes()).containsExactly("薬剤師 見本　薬剤師", "妊娠授乳区分 1", "医師同意変更内容 日数変更", "疑義照会回答 疑義なし");
    }

    @Test
    void aPharmacysOwnCodeWithoutANameStandsAsACode() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=１日１回朝食後", "4=*210", "6=I1100000", "8=2", "9=1", "10=14", "13=1"),
                line("4", 41, "1=1", "2=1", "8=見本錠", "16=3", "17=1", "18=錠"));
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠 | 1日 3錠 | １日１回朝食後 | 14日分 | 計 42錠 | 隔日（1日おき） | 用法コード *210 | I1100000" + " | 実施者 見本薬局");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::field)
                .containsExactly("3[4]");
    }

    @Test
    void whatWasPrescribedBeforeAndHowItIsMixedIsSeen() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=塗布", "8=外用", "9=2", "10=1", "13=1"),
                line(
                        "4",
                        41,
                        "1=1",
                        "2=1",
                        "8=見本軟膏",
                        "16=10",
                        "17=1",
                        "18=g",
                        "22=2",
                        "28=2646701M1037",
                        "29=662640418",
                        "32=1",
                        "33=5",
                        "34=g"));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本軟膏 | 塗布 | 計 10g | 剤形 外用 | 日回区分 2 | 別包（区分 2） | 実施者 見本薬局"
                        + " | ※変更前 5g YJ 2646701M1037 レセ電 662640418 | ※混合区分 1");
    }

    @Test
    void aNumberOfTheDaysKindThatNobodyToldUsIsDoubtful() throws Unreadable {
        var file = read(
                line("3", 22, "1=1", "3=疼痛時", "8=2", "9=2", "10=5", "13=1"),
                line("4", 41, "1=1", "2=1", "8=見本錠", "16=1", "17=1", "18=錠"));
        assertThat(MedicineLines.of(file)).singleElement().asString().contains("日回区分 2");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::field)
                .containsExactly("3[9]");
    }

    @Test
    void daysOfThePrescriptionAndWhatTheSystemFoundAreSeen() throws Unreadable {
        var text = HEAD.replace("2,RX9,41,A,,,,20260401", "2,RX9,41,A,20260330,20260402,20260401,20260401")
                .replace(
                        line("1", 48, "1=T-1", "2=ﾐﾎﾝ ﾊﾅｺ", "3=見本　花子", "4=2", "5=19550101"),
                        line(
                                "1",
                                48,
                                "1=T-1",
                                "2=ﾐﾎﾝ ﾊﾅｺ",
                                "3=見本　花子",
                                "4=2",
                                "5=19550101",
                                "37=1",
                                "38=0",
                                "39=1",
                                "42=2",
                                "45=1"));
        var file = NsipsFile.read(NsipsFileTest.windows(text
                + line("3", 22, "1=1", "3=就寝前", "8=2", "10=7", "13=1") + "\n"
                + line("4", 41, "1=1", "2=1", "8=見本錠", "16=1", "17=1", "18=錠") + "\n"));
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.notes())
                .containsExactly(
                        "処方箋交付 2026-03-30",
                        "使用期限 2026-04-02",
                        "受付 2026-04-01",
                        "薬剤師 見本　薬剤師",
                        "妊娠授乳区分 1",
                        "医師同意変更内容 日数変更",
                        "疑義照会回答 疑義なし",
                        "1包化指示",
                        "薬剤チェック 注意薬あり",
                        "薬剤チェック 投与量オーバー（向） 2",
                        "薬剤チェック 重複投与");
    }
}
