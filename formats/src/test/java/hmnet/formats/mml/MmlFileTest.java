package hmnet.formats.mml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MmlFileTest {
    static byte[] sample() throws IOException {
        try (var in = MmlFileTest.class.getResourceAsStream("mml23.xml")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static List<Sheet> sheets() throws IOException, Unreadable {
        return MmlFile.read(sample()).sheets();
    }

    private static <T extends Entry> T only(Class<T> type) throws IOException, Unreadable {
        var found = sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).isNotEmpty();
        return found.getFirst();
    }

    private static String refusal(String text) {
        return catchThrowableOfType(Unreadable.class, () -> MmlFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .note()
                .code();
    }

    @Test
    void everyModuleIsASourceOfItsOwn() throws IOException, Unreadable {
        var file = MmlFile.read(sample());
        assertThat(MmlFile.looksLike(sample(), "a.xml")).isTrue();
        assertThat(file.version()).isEqualTo("2.3");
        assertThat(file.kind()).startsWith("患者情報・");
        assertThat(file.sheets())
                .extracting(Sheet::source)
                .contains("mml/uid-patient", "mml/uid-diagnosis")
                .doesNotHaveDuplicates();
        assertThat(file.sheets()).extracting(Sheet::patient).containsOnly("0000123");
        for (var sheet : file.sheets()) {
            assertThat(Rows.of(sheet, (type, key) -> type + key.hashCode())).hasSizeLessThan(9);
        }
    }

    @Test
    void thePatientIsNamedInKanjiAndKanaWithInsurance() throws IOException, Unreadable {
        var sheet = sheets().getFirst();
        assertThat(sheet.master()).isTrue();
        assertThat(sheet.person().familyName()).isEqualTo("見本");
        assertThat(sheet.person().givenKana()).isEqualTo("ハナコ");
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1955, 1, 1));
        assertThat(sheet.person().address()).isEqualTo("見本県見本市見本町1-1");
        assertThat(sheet.insured()).isNotNull();
    }

    @Test
    void aNewEditionTakesTheOldOneAway() throws IOException, Unreadable {
        assertThat(sheets()).anySatisfy(sheet -> {
            assertThat(sheet.source()).isEqualTo("mml/uid-progress-old");
            assertThat(sheet.deletes()).isTrue();
        });
    }

    @Test
    void aDiagnosisKeepsItsCodesAndWhatItsWriterLimited() throws IOException, Unreadable {
        var problem = only(Problem.class);
        assertThat(problem.disease().code(CodingSystems.ICD10)).isEqualTo("E119");
        assertThat(problem.main()).isTrue();
        assertThat(problem.outcome()).isEqualTo("治ゆ");
        assertThat(problem.labels()).containsExactly(Label.RESTRICTED);
    }

    @Test
    void progressNotesKeepEveryWordUnderItsHeading() throws IOException, Unreadable {
        var paper = only(Paper.class);
        assertThat(paper.type().shown()).isEqualTo("経過記録情報");
        assertThat(paper.department()).isEqualTo("内科");
        assertThat(paper.author()).isEqualTo("見本　医師");
        assertThat(paper.sections()).extracting(Paper.PaperSection::title).containsExactly("プロブレム", "S", "O", "P");
        assertThat(paper.sections().get(1).text()).isEqualTo("頭が痛い");
        assertThat(paper.sections().get(2).text()).contains("血圧", "120/80");
    }

    @Test
    void claimsTellMedicinesActsAndOrders() throws IOException, Unreadable {
        var medicines = only(Medicines.class);
        assertThat(medicines.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        var drug = medicines.drugs().getFirst();
        assertThat(drug.drug().first().code()).isEqualTo("620000001");
        assertThat(drug.daily().value()).isEqualTo("3");
        assertThat(drug.count()).isEqualTo(14);
        assertThat(drug.usage()).isEqualTo("毎食後");
        var acts = sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(entry -> entry.key().equals("acts"))
                .toList();
        assertThat(((PerformedActs) acts.getFirst()).ordered()).isFalse();
    }

    @Test
    void surgeryAllergiesAndTestsAreRead() throws IOException, Unreadable {
        assertThat(only(Allergies.class).items().getFirst().name()).isEqualTo("そば");
        var result = only(Results.class).results().getFirst();
        assertThat(result.value()).isEqualTo("6.8");
        assertThat(result.high()).isEqualTo("6.2");
        assertThat(result.flag()).isEqualTo("H");
        assertThat(sheets().stream().flatMap(sheet -> sheet.entries().stream()).map(Entry::key))
                .contains("surgery/1", "operativeNotes/1");
    }

    @Test
    void eucJpIsReadAsDeclared() throws IOException, Unreadable {
        var text = new String(sample(), StandardCharsets.UTF_8).replace("UTF-8", "EUC-JP");
        var file = MmlFile.read((text + "\u0004").getBytes(Charset.forName("EUC-JP")));
        assertThat(file.sheets().getFirst().person().familyName()).isEqualTo("見本");
        assertThat(file.notes()).noneMatch(note -> note.code().equals("charset-differs"));
    }

    @Test
    void contradictingPatientsAndDocumentTypesAreRefused() throws IOException {
        var text = new String(sample(), StandardCharsets.UTF_8);
        assertThat(refusal(text.replaceFirst("0000123", "0000124"))).isEqualTo("patient-differs");
        assertThat(refusal(text.replace("0000123", ""))).isEqualTo("patient-missing");
        assertThat(refusal(text.replaceFirst("\\?>", "?><!DOCTYPE Mml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")))
                .isEqualTo("doctype");
        assertThat(refusal(text.substring(0, text.length() / 2))).isEqualTo("xml");
        assertThat(refusal("<Mml version=\"2.3\"><MmlHeader/></Mml>")).isEqualTo("module-missing");
    }

    private static String document(String type, String module) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Mml version="2.3" createDate="2026-04-01T10:00:00"><MmlHeader><masterId><Id>0000123</Id></masterId></MmlHeader>
                <MmlBody><MmlModuleItem><docInfo contentModuleType="%s"><docId><uid>U-1</uid></docId>
                <confirmDate>2026-04-01</confirmDate></docInfo><content>%s</content></MmlModuleItem></MmlBody></Mml>
                """.formatted(type, module);
    }

    @Test
    void aModuleIsWhatItsElementIsWhateverItsHeadingSays() throws Unreadable {
        var claim = document("registeredDiagnosis", """
                <ClaimModule><information performTime="2026-04-01T10:00:00"/>
                <bundle classCode="210" classCodeId="Claim002"><bundleNumber>7</bundleNumber>
                <item subclassCode="2" subclassCodeId="Claim003" code="620000001"><name>見本錠</name>
                <number numberCode="10" numberCodeId="Claim004" unit="錠">3</number></item></bundle></ClaimModule>""");
        var file = MmlFile.read(claim.getBytes(StandardCharsets.UTF_8));
        assertThat(file.kind()).isEqualTo("会計情報");
        assertThat(file.notes()).extracting(Note::code).containsExactly("kind-differs");
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.drugs().getFirst().drug().text()).isEqualTo("見本錠");
    }

    @Test
    void aPrescriptionOfTheFourthVersionIsKeptWordForWord() throws Unreadable {
        var file = MmlFile.read(document("prescription", """
                        <PrescriptionModule><medication><medicine><name>見本顆粒</name></medicine><dose>1</dose>
                        <doseUnit>g</doseUnit><instruction>朝食後</instruction></medication></PrescriptionModule>""").getBytes(StandardCharsets.UTF_8));
        assertThat(file.kind()).isEqualTo("処方箋");
        var paper = (Paper) file.sheets().getFirst().entries().getFirst();
        assertThat(paper.sections().toString()).contains("見本顆粒", "朝食後");
    }
}
