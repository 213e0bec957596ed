package hmnet.formats.jahis.tc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Samples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TcFileTest {
    static final String HANDBOOK = """
            JAHISTC08,1
            1,試験 太郎,1,S330303,730-0000,試験市試験町1,082-000-0000,,Ａ＋,63.7,シケン タロウ
            2,1,乳製品,1
            2,2,なし,1
            2,3,狭心症,1
            2,9,嚥下困難,1
            3,試験感冒薬,R080301,R080303,2,1,4900000000000
            31,1,試験成分,1,,2
            4,健康診断,R080311,2
            5,R080410,1
            11,試験薬局,34,4,9999999,,,,1
            15,試験 薬剤師,,1
            51,試験病院,34,1,9999998,1
            55,試験 一郎,内科,1
            201,1,試験錠5mg,2,錠,2,620004992,1,【般】試験,2,1179044F1ZZZ
            281,1,朝１錠、夕１錠,1
            301,1,【分２ 朝夕食後服用】,5,日分,1,1,,1
            311,1,一包化,1
            55,試験 二郎,皮膚科,1
            201,2,試験軟膏,5,g,2,662640418,1
            301,2,【塗布】,2,調剤,5,1,,1
            201,3,試験頓服錠,1,錠,1,,1
            301,3,【疼痛時】,10,回分,3,1,,1
            421,残薬3錠,1
            999,later,records
            701,試験 薬剤師,試験薬局,,20260401,,1
            """;

    static byte[] windows(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static TcFile read(String text) throws Unreadable {
        return TcFile.read(windows(text));
    }

    private static String refused(String text) {
        return catchThrowableOfType(Unreadable.class, () -> read(text)).note().code();
    }

    private static Sheet dispensing(TcFile file) {
        return file.sheets().getFirst();
    }

    @Test
    void aDispensingIsReadByDoctor() throws Unreadable {
        var sheet = dispensing(read(HANDBOOK));
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1958, 3, 3));
        assertThat(sheet.person().familyKana()).isEqualTo("シケン");
        assertThat(sheet.entries()).hasSize(2);
        var first = (Medicines) sheet.entries().get(0);
        var second = (Medicines) sheet.entries().get(1);
        assertThat(first.act()).isEqualTo(Medicines.MedicineAct.DISPENSED);
        assertThat(first.doctor()).isEqualTo("試験 一郎");
        assertThat(first.place()).isEqualTo("試験病院");
        assertThat(first.notes()).containsExactly("調剤 試験薬局 試験 薬剤師", "残薬確認 残薬3錠");
        assertThat(first.drugs().getFirst().total().value()).isEqualTo("10");
        assertThat(first.drugs().getFirst().notes()).containsExactly("朝１錠、夕１錠", "一般名 【般】試験");
        assertThat(first.drugs().getFirst().instructions()).containsExactly(DispensingInstruction.ONE_DOSE.concept());
        assertThat(first.drugs().getFirst().by().shown()).isEqualTo("試験薬局");
        assertThat(first.drugs().getFirst().drug().code(DrugCodes.GENERIC)).isEqualTo("1179044F1ZZZ");
        assertThat(second.department()).isEqualTo("皮膚科");
        assertThat(second.drugs().get(0).total().value()).isEqualTo("10");
        assertThat(second.drugs().get(0).daily().isNone()).isTrue();
        assertThat(second.drugs().get(1).asNeeded()).isTrue();
        assertThat(second.drugs().get(1).count()).isEqualTo(10);
    }

    @Test
    void whatIsSaidOfThePatientStandsByItself() throws Unreadable {
        var about = read(HANDBOOK).sheets().get(1);
        assertThat(about.source()).endsWith("/about");
        assertThat(about.entries())
                .filteredOn(Allergies.class::isInstance)
                .flatExtracting(entry -> ((Allergies) entry).items())
                .extracting(item -> item.name() + " " + item.status())
                .containsExactly("乳製品 PRESENT", "なし DENIED");
        assertThat(about.entries())
                .filteredOn(Problem.class::isInstance)
                .extracting(entry -> ((Problem) entry).disease().text())
                .containsExactly("狭心症");
        assertThat(about.entries())
                .filteredOn(Medicines.class::isInstance)
                .singleElement()
                .satisfies(entry -> {
                    var bought = (Medicines) entry;
                    assertThat(bought.act()).isEqualTo(Medicines.MedicineAct.STATED);
                    assertThat(bought.drugs().getFirst().status().state()).isEqualTo(CareState.ENDED);
                    assertThat(bought.notes()).containsExactly("服用 2026-03-01～2026-03-03", "成分 試験成分");
                });
        assertThat(about.entries())
                .filteredOn(Paper.class::isInstance)
                .singleElement()
                .satisfies(entry -> {
                    var sections = ((Paper) entry).sections();
                    assertThat(sections)
                            .extracting(Paper.PaperSection::title)
                            .containsExactly("血液型", "体重", "患者特記", "手帳メモ 2026-03-11", "かかりつけ薬剤師");
                });
    }

    @Test
    void theSameDispensingInAnotherTextIsTheSameSource() throws Unreadable {
        var later = read(HANDBOOK.replace(
                "5,R080410,1\n",
                "5,R080501,1\n11,試験薬局,34,4,9999999,,,,1\n201,1,別の試験錠,1,錠,1,,1\n301,1,朝,3,日分,1,1,,1\n5,R080410,1\n"));
        assertThat(later.sheets()).hasSize(3);
        assertThat(later.sheets().get(1).source())
                .isEqualTo(dispensing(read(HANDBOOK)).source());
        assertThat(later.sheets().get(1).entries())
                .isEqualTo(dispensing(read(HANDBOOK)).entries());
    }

    @Test
    void partsAreJoinedInAnyOrderAndMissingOnesAreNamed() throws Unreadable {
        var whole = read(HANDBOOK);
        var parts = new ArrayList<>(whole.split("20260410000001", 300));
        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(300));
        Collections.reverse(parts);
        parts.add(parts.get(1));
        var joined = TcFile.read(parts);
        assertThat(joined.lines())
                .extracting(line -> line.columns())
                .isEqualTo(whole.lines().stream().map(line -> line.columns()).toList());
        assertThat(joined.notes()).extracting(Note::code).contains("part-doubled");
        parts.removeLast();
        parts.removeFirst();
        var missing =
                catchThrowableOfType(Unreadable.class, () -> TcFile.read(parts)).note();
        assertThat(missing.code()).isEqualTo("parts-missing");
        assertThat(missing.text()).isEqualTo((parts.size() + 1) + " of " + (parts.size() + 1));
        parts.addAll(whole.split("20260410000002", 300));
        assertThat(catchThrowableOfType(Unreadable.class, () -> TcFile.read(parts))
                        .note()
                        .code())
                .isEqualTo("parts-mixed");
    }

    @Test
    void onePartAloneIsReadOnlyWhereItStandsOnItsOwnFeet() throws Unreadable {
        var alone = read(HANDBOOK + "911,20260410000001,2,1\n");
        assertThat(alone.notes()).extracting(Note::code).contains("parts-missing");
        assertThat(((Medicines) dispensing(alone).entries().getFirst()).notes()).contains("分割データ2件のうち1件目のみ");
        assertThat(dispensing(alone).source())
                .isNotEqualTo(dispensing(read(HANDBOOK)).source());
        assertThat(refused("JAHISTC08,1\n301,1,【分３】,5,日分,1,1,,1\n911,20260410000001,2,2\n"))
                .isEqualTo("parts-missing");
    }

    @Test
    void whatIsReadIsWrittenAgainTheSame() throws Unreadable {
        var utf8 = TcFile.read(HANDBOOK.getBytes(StandardCharsets.UTF_8));
        assertThat(utf8.bytes().bytes()).isEqualTo(windows(HANDBOOK));
        assertThat(utf8.lines()).isEqualTo(read(HANDBOOK).lines());
    }

    @Test
    void whatAPatientCouldBeHarmedByIsRefused() {
        assertThat(refused(HANDBOOK.replace("JAHISTC08,1\n", ""))).isEqualTo("header");
        assertThat(refused(HANDBOOK.replace("5,R080410,1\n", ""))).isEqualTo("record-missing");
        assertThat(refused(HANDBOOK.replace("5,R080410,1\n", "5,R080431,1\n"))).isEqualTo("date");
        assertThat(refused(HANDBOOK.replace("301,2,【塗布】,2,調剤,5,1,,1\n", ""))).isEqualTo("record-missing");
        assertThat(refused(HANDBOOK.replace("2,662640418", "2,"))).isEqualTo("drug-code-missing");
        assertThat(refused(HANDBOOK.replace("31,1,", "31,2,"))).isEqualTo("parent-missing");
        assertThat(refused(HANDBOOK.replace("301,2,", "301,7,"))).isEqualTo("parent-missing");
        assertThat(refused(HANDBOOK + "1,試験 花子,2,S330303\n")).isEqualTo("patient-contradicts");
        assertThat(refused(HANDBOOK + "501,グレープフルーツと飲")).isEqualTo("cut");
        assertThat(refused("JAHISTC08,1\n")).isEqualTo("record-missing");
    }

    private static final String PLAIN = """
            JAHISTC01,1
            1,試験 太郎,1,S330303
            5,R080410
            201,1,試験錠,2,錠,2,620004992
            301,1,朝,5,日分,1,1
            501,よくかんで飲む""";

    @Test
    void aLastLineWithoutItsEndIsALine() throws Unreadable {
        var file = read(PLAIN);
        assertThat(((Medicines) file.sheets().getFirst().entries().getFirst()).drugs())
                .hasSize(1);
        assertThat(file.notes())
                .extracting(note -> note.code() + " " + note.line() + " " + note.text())
                .contains("last-line-open 6 501,よくかんで飲む");
        assertThat(refused(PLAIN.replace("5,R080410\n", "5,R080410,1\n"))).isEqualTo("cut");
        assertThat(refused(PLAIN.replace("501,よく", "50"))).isEqualTo("cut");
        assertThat(refused(PLAIN.replace("\n501,よくかんで飲む", "\n501"))).isEqualTo("cut");
    }

    @Test
    void theSameTextTwiceInOneFileIsGivenOnce() throws Unreadable {
        var twice = read(HANDBOOK + HANDBOOK);
        assertThat(twice.lines()).hasSameSizeAs(read(HANDBOOK).lines());
        assertThat(twice.sheets()).hasSize(2);
        assertThat(twice.notes())
                .extracting(Note::code)
                .contains("text-doubled")
                .doesNotContain("drug-twice");
    }

    @Test
    void aDrugWithoutAmountUnitOrCodeIsNamed() throws Unreadable {
        var notes = read(HANDBOOK.replace("201,3,試験頓服錠,1,錠,1,,1", "201,3,試験頓服錠,,,1,,1"))
                .notes();
        assertThat(notes)
                .extracting(note -> note.code() + " " + note.field() + " " + note.text())
                .contains("amount-missing 201[3] 試験頓服錠", "drug-uncoded 201[6] 試験頓服錠");
    }

    @Test
    void wordsBelongToTheGroupTheyName() throws Unreadable {
        var text = """
                JAHISTC07,1
                1,試験 太郎,1,S330303
                5,R080410,1
                201,1,試験錠,2,錠,1,,1
                201,2,別の試験錠,2,錠,1,,1
                291,1,車を運転しない,1
                291,一列足りない,1
                301,1,朝,5,日分,1,1,,1
                301,1,朝,5,日分,1,1,,1
                301,2,夕,5,日分,1,1,,1
                """;
        var file = read(text);
        var drugs = ((Medicines) dispensing(file).entries().getFirst()).drugs();
        assertThat(drugs.get(0).notes()).containsExactly("車を運転しない");
        assertThat(drugs.get(1).notes()).containsExactly("一列足りない");
        assertThat(file.notes()).extracting(Note::code).contains("column-shifted", "record-doubled");
        assertThat(refused(text + "301,2,朝,5,日分,1,1,,1\n")).isEqualTo("record-contradicts");
        assertThat(refused(text + "51,試験病院,,,,1\n51,別の病院,,,,1\n")).isEqualTo("record-contradicts");
    }

    @Test
    void everySampleIsReadOrRefusedForItsTrueReason() {
        var outcomes = new TreeMap<String, String>();
        for (var path : Samples.in("jahis-rx-tc-matsumoto/fixtures")) {
            var name = path.getFileName().toString();
            if (name.startsWith("tc-")) {
                outcomes.put(name, Samples.outcome(TcFile::read, Samples.bytes(path.toString())));
            }
        }
        for (var folder : List.of("csv", "csv-utf8-variant")) {
            for (var path : Samples.in("jahis-tc-tsuchi84/" + folder)) {
                outcomes.put(
                        folder + "/" + path.getFileName(),
                        Samples.outcome(TcFile::read, Samples.bytes(path.toString())));
            }
        }
        assertThat(outcomes.remove("tc-invalid-missing-drug-code.txt")).isEqualTo("drug-code-missing");
        assertThat(outcomes.remove("tc-invalid-missing-otc-sequence-parent.txt"))
                .isEqualTo("parent-missing");
        assertThat(outcomes).hasSize(17);
        assertThat(outcomes.values()).containsOnly("read");
    }

    @Test
    void samplesAreWrittenAndReadAgainTheSame() throws Unreadable {
        for (var path : Samples.in("jahis-tc-tsuchi84/csv")) {
            var file = TcFile.read(Samples.bytes(path.toString()));
            var again = TcFile.read(file.bytes().bytes());
            assertThat(again.lines()).isEqualTo(file.lines());
            assertThat(again.sheets()).hasSameSizeAs(file.sheets()).isNotEmpty();
            again.sheets().forEach(Samples::rows);
        }
    }

    @Test
    void aHeaderIsRecognisedInDamagedFilesToo() {
        assertThat(TcFile.looksLike("jahistc03".getBytes(StandardCharsets.UTF_8), ""))
                .isTrue();
        assertThat(TcFile.looksLike("\uFEFFJAHISTC".getBytes(StandardCharsets.UTF_8), ""))
                .isTrue();
        assertThat(TcFile.looksLike("JAHIS10".getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(TcFile.looksLike(new byte[0], "")).isFalse();
    }

    @Test
    void aHandbookBeyondItsLimitsIsRefusedBeforeTheWork() {
        assertThat(refused(HANDBOOK + "501,x,1\n".repeat(50_000))).isEqualTo("too-many-lines");
        assertThat(refused(HANDBOOK.replace("301,1,", "201,1,試験錠,1,錠,1,,1\n".repeat(600) + "301,1,")))
                .isEqualTo("too-many-drugs");
    }

    @Test
    void aDamagedHandbookIsReadOrRefusedAndNothingElse() {
        assertThat(Samples.damage(TcFile::read, windows(HANDBOOK), 600, 43)).isBetween(60, 540);
    }
}
