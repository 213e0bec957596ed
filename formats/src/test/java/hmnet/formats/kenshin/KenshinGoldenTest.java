package hmnet.formats.kenshin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a doctor must see of check-ups, written by hand from 特定健診の電子的な標準様式.
class KenshinGoldenTest {
    private static Sheet read(String report, String sections) throws Unreadable {
        return KenshinFile.read("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <ClinicalDocument xmlns="http://tokuteikenshin.jp/checkup/2007" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                        <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><id nullFlavor="NI"/>
                        <code code="%s" codeSystem="1.2.392.200119.6.1001"/><effectiveTime value="20260410"/>
                        <confidentialityCode code="N"/>
                        <recordTarget><patientRole><id root="1.2.392.200119.6.101" extension="01349999"/>
                        <id root="1.2.392.200119.6.204" extension="検"/><id root="1.2.392.200119.6.205" extension="７７７"/>
                        <addr>架空町１<postalCode>730-0000</postalCode></addr>
                        <patient><name>ケンシン　ハナコ</name><administrativeGenderCode code="2" codeSystem="1.2.392.200119.6.1104"/>
                        <birthTime value="19600401"/></patient></patientRole></recordTarget>
                        <author><time value="20260410"/><assignedAuthor><id nullFlavor="NI"/><representedOrganization>
                        <id root="1.2.392.200119.6.102" extension="3419999999"/><name>架空健診センター</name></representedOrganization></assignedAuthor></author>
                        <documentationOf><serviceEvent><code code="010" codeSystem="1.2.392.200119.6.1002"/><effectiveTime value="20260405"/></serviceEvent></documentationOf>
                        <component><structuredBody>%s</structuredBody></component></ClinicalDocument>
                        """.formatted(report, sections).getBytes(StandardCharsets.UTF_8))
                .sheets()
                .getFirst();
    }

    private static String section(String code, String text, String... entries) {
        return "<component><section><code code=\"" + code + "\" codeSystem=\"1.2.392.200119.6.1010\"/><title>" + code
                + "</title><text>" + text + "</text>"
                + String.join(
                        "",
                        Stream.of(entries)
                                .map(entry -> "<entry>" + entry + "</entry>")
                                .toList())
                + "</section></component>";
    }

    /// @param more behind the code
    private static String item(String code, String name, String more) {
        return "<observation classCode=\"OBS\" moodCode=\"EVN\"><code code=\"" + code + "\" displayName=\"" + name
                + "\"/>" + more + "</observation>";
    }

    private static String quantity(String value, String unit) {
        return "<value xsi:type=\"PQ\" value=\"" + value + "\" unit=\"" + unit + "\"/>";
    }

    private static String answer(String oid, String code) {
        return "<value xsi:type=\"CD\" code=\"" + code + "\" codeSystem=\"1.2.392.200119.6." + oid + "\"/>";
    }

    private static List<String> shown(Sheet sheet) {
        return sheet.entries().stream()
                .filter(Results.class::isInstance)
                .flatMap(entry -> ((Results) entry).results().stream())
                .map(result -> Stream.of(
                                result.test().shown(),
                                result.value() + result.unit().unit(),
                                result.low().isEmpty() && result.high().isEmpty()
                                        ? ""
                                        : result.low() + "～" + result.high(),
                                result.flag(),
                                result.status(),
                                String.join("・", result.notes()))
                        .filter(words -> !words.isEmpty())
                        .reduce((one, other) -> one + " | " + other)
                        .orElseThrow())
                .toList();
    }

    @Test
    void numbersHaveTheirUnitsLimitsAndFlags() throws Unreadable {
        var sheet = read(
                "10",
                section(
                        "01010",
                        "",
                        item("9N001000000000001", "身長", quantity("158.2", "cm")),
                        item(
                                "3D010000001926101",
                                "空腹時血糖",
                                quantity("131", "mg/dL")
                                        + "<interpretationCode code=\"H\"/><referenceRange typeCode=\"REFV\"><observationRange><value xsi:type=\"IVL_PQ\">"
                                        + "<low value=\"60\" unit=\"mg/dL\"/><high value=\"99\" unit=\"mg/dL\"/></value></observationRange></referenceRange>"),
                        item(
                                "3F070000002327101",
                                "HDLコレステロール",
                                quantity("1.2", "mmol/L")
                                        + "<referenceRange typeCode=\"REFV\"><observationRange><value xsi:type=\"IVL_PQ\">"
                                        + "<low value=\"40\" unit=\"mg/dL\"/></value></observationRange></referenceRange>")));
        assertThat(sheet.at().toLocalDate()).hasToString("2026-04-05");
        assertThat(shown(sheet))
                .containsExactly(
                        "身長 | 158.2cm | F",
                        "空腹時血糖 | 131mg/dL | 60～99 | H | F",
                        "HDLコレステロール | 1.2mmol/L | 40 mg/dL～ | F");
    }

    @Test
    void anAnswerIsSaidInWordsByTheListItNames() throws Unreadable {
        var sheet = read(
                "10",
                section(
                        "01010",
                        "",
                        item("9N736000000000011", "喫煙", answer("24060", "2")),
                        item("9N736000000000011", "喫煙", answer("2003", "2")),
                        item("5F016141002399811", "HBs抗原", answer("2100", "1")),
                        item("1A010000000191111", "尿蛋白", answer("2102", "3")),
                        item(
                                "9N501000000000011",
                                "メタボリックシンドローム判定",
                                "<value xsi:type=\"CD\" code=\"2\" codeSystem=\"1.2.392.200119.6.1008\" displayName=\"予備群該当\"/>")));
        assertThat(shown(sheet))
                .containsExactly(
                        "喫煙 | 以前は吸っていたが、最近1ヶ月間は吸っていない | F",
                        "喫煙 | 2 | F",
                        "HBs抗原 | 陽性 | F",
                        "尿蛋白 | ＋ | F",
                        "メタボリックシンドローム判定 | 予備群該当 | F");
    }

    @Test
    void notDoneNotMeasurableUnknownAndEmptyNeverLookAlike() throws Unreadable {
        var sheet = read(
                "10",
                section(
                        "01010",
                        "",
                        item("3F077000002327101", "LDLコレステロール", "")
                                .replace("moodCode=\"EVN\"", "moodCode=\"EVN\" negationInd=\"true\""),
                        item("3B045000002327201", "ALT", "<value xsi:type=\"PQ\" nullFlavor=\"NI\"/>"),
                        item("3B035000002327201", "AST", "<value xsi:type=\"PQ\" nullFlavor=\"NASK\"/>"),
                        item("3B090000002327101", "γ-GT", ""),
                        item(
                                "2A020000001930101",
                                "赤血球数",
                                quantity("800", "10*4/mm3") + "<interpretationCode code=\"H\"/>")));
        assertThat(shown(sheet))
                .containsExactly(
                        "LDLコレステロール | X | 未実施",
                        "ALT | X | 測定不能",
                        "AST | X | 値なし（nullFlavor NASK）",
                        "γ-GT | X | 値の記載なし",
                        "赤血球数 | 80010*4/mm3 | H | F");
    }

    @Test
    void aGroupShowsItsMembersAndWhoJudged() throws Unreadable {
        var sheet = read(
                "10",
                section(
                        "01010",
                        "",
                        item(
                                "9N501000000000011",
                                "メタボリックシンドローム判定",
                                answer("1008", "3")
                                        + "<author><time nullFlavor=\"NI\"/><assignedAuthor><id nullFlavor=\"NI\"/><assignedPerson><name>架空 医師</name></assignedPerson></assignedAuthor></author>"
                                        + "<entryRelationship typeCode=\"COMP\">"
                                        + item("9N016160100000001", "腹囲", quantity("84.5", "cm"))
                                        + "</entryRelationship>"),
                        item("9N056160400000049", "具体的な既往歴", "<value xsi:type=\"ST\">髙血圧 &amp; 𠮷</value>"),
                        item(
                                "3D010000001926101",
                                "空腹時血糖",
                                quantity("99", "mg/dL") + "<methodCode code=\"3D01099999\"/>")));
        assertThat(shown(sheet))
                .containsExactly(
                        "メタボリックシンドローム判定 | 非該当 | F | 判断した者: 架空 医師",
                        "腹囲 | 84.5cm | F",
                        "具体的な既往歴 | 髙血圧 & 𠮷 | F",
                        "空腹時血糖 | 99mg/dL | F | 検査方法 3D01099999");
    }

    @Test
    void aSectionOfWordsAloneIsRead() throws Unreadable {
        var sheet = read(
                "10",
                section("01010", "身長 158.2cm", item("9N001000000000001", "身長", quantity("158.2", "cm")))
                        + section("01990", "眼底: 要精密検査")
                        + section("01060", "記載なし"));
        assertThat(sheet.entries())
                .filteredOn(Paper.class::isInstance)
                .flatExtracting(entry -> ((Paper) entry).sections())
                .extracting(words -> words.title() + " " + words.text())
                .containsExactly("01990 眼底: 要精密検査");
    }

    @Test
    void aRequestToDeleteTakesTheCheckUpOfItsDayAway() throws Unreadable {
        var whole = read("10", section("01010", "", item("9N001000000000001", "身長", quantity("158.2", "cm"))));
        var deletes = read("19", "");
        assertThat(deletes.deletes()).isTrue();
        assertThat(deletes.entries()).isEmpty();
        assertThat(deletes.source()).isEqualTo(whole.source());
    }
}
