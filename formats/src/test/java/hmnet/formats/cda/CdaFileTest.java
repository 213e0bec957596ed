package hmnet.formats.cda;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// CDA documents: who, when and what they say; written from a sheet and read again.
class CdaFileTest {
    static final String LETTER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
              <id root="1.2.392.999" extension="L-1"/>
              <code code="MD0020730" codeSystem="1.2.392.200119.5.3.1" displayName="診療情報提供書"/>
              <title>診療情報提供書</title>
              <effectiveTime value="20260401103000+0900"/>
              <confidentialityCode code="R"/>
              <setId root="1.2.392.999" extension="S-1"/>
              <versionNumber value="2"/>
              <recordTarget><patientRole>
                <id root="1.2.392.100495.20.3.51.13419999999" extension="0000000123"/>
                <addr><postalCode>730-0000</postalCode><state>広島県</state><city>広島市中区</city></addr>
                <patient>
                  <name use="IDE"><family>架空</family><given>花子</given></name>
                  <name use="SYL"><family>カクウ</family><given>ハナコ</given></name>
                  <administrativeGenderCode code="F"/><birthTime value="19600401"/>
                </patient>
              </patientRole></recordTarget>
              <author><time value="20260401"/><assignedAuthor><id nullFlavor="NI"/>
                <assignedPerson><name><family>架空</family><given>医師</given></name></assignedPerson>
                <representedOrganization><name>架空病院</name></representedOrganization></assignedAuthor></author>
              <component><structuredBody>
                <component><section><title>紹介目的</title><text><paragraph>精査を<b>お願い</b>します。</paragraph></text></section></component>
                <component><section><title>検査</title><text><table><tr><th>項目</th><td>値</td></tr></table></text>
                  <component><section><title>血液</title><text>異常なし</text></section></component>
                </section></component>
              </structuredBody></component>
            </ClinicalDocument>
            """;

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(String xml) {
        try {
            CdaFile.read(bytes(xml));
            return "";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    @Test
    void aLetterSaysWhoWhenAndWhat() throws Unreadable {
        assertThat(CdaFile.looksLike(bytes(LETTER), "x.xml")).isTrue();
        var file = CdaFile.read(bytes(LETTER));
        var sheet = file.sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("0000000123");
        assertThat(sheet.person().familyKana()).isEqualTo("カクウ");
        assertThat(sheet.person().address()).isEqualTo("広島県広島市中区");
        assertThat(sheet.source()).isEqualTo("cda:1.2.392.999^S-1");
        var paper = (Paper) sheet.entries().getFirst();
        assertThat(paper.sections()).extracting(Paper.PaperSection::title).containsExactly("紹介目的", "検査", "血液");
        assertThat(paper.sections().getFirst().text()).isEqualTo("精査をお願いします。");
        assertThat(paper.labels()).containsExactly(Label.RESTRICTED);
        assertThat(paper.content()).isEqualTo(bytes(LETTER));
        assertThat(Rows.of(sheet, (type, key) -> key)).hasSize(1);
    }

    @Test
    void itIsWrittenAsItWasReadAndFromItsSheet() throws Unreadable {
        var file = CdaFile.read(bytes(LETTER));
        assertThat(CdaFile.read(file.bytes()).root()).isEqualTo(file.root());
        var written = CdaWriter.of(file.sheets().getFirst());
        var again = CdaFile.read(written.bytes());
        assertThat(written.notes()).isEmpty();
        assertThat(again.document().sections())
                .isEqualTo(file.document().sections().stream()
                        .map(section -> new Paper.PaperSection(
                                section.title(), section.text().replace("\t", " ")))
                        .toList());
        assertThat(again.document().person().familyName()).isEqualTo("架空");
        assertThat(again.document().title()).isEqualTo("診療情報提供書");
        assertThat(Objects.requireNonNull(again.document().person().birthDate()).getYear())
                .isEqualTo(1960);
    }

    @Test
    void whatCannotBeTakenInTruthfullyIsRefused() {
        assertThat(refusal(LETTER.replace("20260401103000+0900", ""))).isEqualTo("date");
        assertThat(refusal(LETTER.substring(0, 1500))).isEqualTo("not-well-formed");
        assertThat(refusal(LETTER.replace("<recordTarget>", "<recordTarget/><recordTarget>")))
                .isEqualTo("patients-differ");
        assertThat(refusal(LETTER.replace(
                        "<ClinicalDocument",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><ClinicalDocument")))
                .isEqualTo("doctype");
    }

    @Test
    void dataBesideTheWordsIsNamedInANote() throws Unreadable {
        var dosed = LETTER.replace(
                "<title>紹介目的</title>",
                "<title>紹介目的</title><entry><substanceAdministration classCode=\"SBADM\" moodCode=\"RQO\"/></entry>");
        assertThat(CdaFile.read(bytes(dosed)).notes())
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("data-as-text"));
        assertThat(CdaFile.read(bytes(LETTER)).notes())
                .noneSatisfy(note -> assertThat(note.code()).isEqualTo("data-as-text"));
        var silent = dosed.replace("<text><paragraph>精査を<b>お願い</b>します。</paragraph></text>", "");
        var paper = (Paper)
                CdaFile.read(bytes(silent)).sheets().getFirst().entries().getFirst();
        assertThat(paper.sections().getFirst().text()).isEqualTo("文章なし（データのみ。原本に入っています）");
    }

    @Test
    void aWeeklyDrugIsWrittenAsWeekly() {
        var weekly = PrescribedDrug.of(
                        "1",
                        Concept.of("架空錠"),
                        Dosage.of(
                                        DoseAmounts.of(Amount.of("3", "錠"), Amount.NONE),
                                        Dosage.DoseUsage.of("朝食後"),
                                        Dosage.DosePeriod.NONE)
                                .with(DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY))))
                .withStatus(new CareStatus(CareState.STOPPED, "発疹"));
        assertThat(CdaLines.drug(weekly)).isEqualTo("RP1 中止（発疹） 架空錠 1回3錠 朝食後 毎週 月曜日");
    }
}
