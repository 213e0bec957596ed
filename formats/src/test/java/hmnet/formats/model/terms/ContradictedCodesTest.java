package hmnet.formats.model.terms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.check.CheckReport.CodeCount;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.FileAgreements;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A code that contradicts the name beside it (コードと名称の食い違い) maps nothing, and is named.
class ContradictedCodesTest {
    private static final String PROTEIN = "3A010000002327101";
    private static final String TESTS = """
            system,code,system,code,name
            99LAB,T-1,JC10,3A010000002327101,総蛋白
            99LAB,T-2,JC10,3D046000001906202,ＨｂＡ１ｃ（ＮＧＳＰ）
            99LAB,T-3,JC10,3B035000002327201,ＡＳＴ（ＧＯＴ）
            99LAB,T-4,JC10,5C070000002306101,ＣＲＰ定量
            99LAB,T-5,JC10,3A010000001726101,尿蛋白
            """;
    private static final String RESULTS = String.join(
            "\r",
            "MSH|^~\\&|LAB|HOSP|||20260401102030||OUL^R22^OUL_R22|1|P|2.5||||||~ISO IR87||ISO 2022-1994",
            "PID|||0001234567||MIHON^HANAKO^^^^^L^A||19500228|F",
            "SPM|1|S1||023^serum^JC10|||||||||||||20260401083000",
            "OBR|1|123||E1^panel^99X|||20260401083000",
            "ORC|SC|123",
            "OBX|1|NM|" + PROTEIN + "^HbA1c^JC10||6.9|%^%^ISO+|||||F",
            "OBX|2|NM|3B035000002327201^AST^JC10||31|U/L^U/L^ISO+|||||F",
            "");

    @TempDir
    private Path folder;

    private Terms tests = Terms.NONE;

    @BeforeEach
    void load() throws IOException {
        tests = TermsFolderSample.read(folder, "pairs", TESTS.getBytes(StandardCharsets.UTF_8))
                .terms();
    }

    @Test
    void aTestThatBearsAnotherTestsNameIsContradicted() {
        assertThat(tests.contradicted(test(PROTEIN, "HbA1c"))).hasValueSatisfying(known -> {
            assertThat(known.display()).isEqualTo("総蛋白");
            assertThat(known.table()).isEqualTo("pairs 1");
        });
        assertThat(tests.contradicted(test(PROTEIN, "ＣＲＰ"))).isPresent();
    }

    @Test
    void anotherSpellingIsTheSameName() {
        for (var name : List.of("総蛋白", " 総 蛋白 ", "総蛋白定量", "血清総蛋白")) {
            assertThat(tests.contradicted(test(PROTEIN, name))).as(name).isEmpty();
        }
        assertThat(tests.contradicted(test("3D046000001906202", "hba1c"))).isEmpty();
        assertThat(tests.contradicted(test("5C070000002306101", "ｃｒｐ"))).isEmpty();
    }

    @Test
    void aNameThatNoOtherCodeBearsSaysNothing() {
        assertThat(tests.contradicted(test(PROTEIN, "ＴＰ"))).isEmpty();
        assertThat(tests.contradicted(test("9Z999000000000000", "HbA1c")))
                .as("a code unknown to the table")
                .isEmpty();
        assertThat(tests.contradicted(test(PROTEIN, "尿蛋白")))
                .as("the same analyte of another specimen")
                .isEmpty();
        assertThat(tests.contradicted(test(PROTEIN, ""))).isEmpty();
    }

    @Test
    void aDiseaseCodeThatBearsAnotherDiseasesNameIsContradicted() throws IOException {
        var diseases = TermsFolderSample.read(
                        folder, "byomei", TermsFolderSample.BYOMEI.getBytes(TermsFolderSample.MS932))
                .terms();
        assertThat(diseases.contradicted(new Code(CodingSystems.MEDIS_DISEASE, "20999001", "架空熱")))
                .isPresent();
        assertThat(diseases.of(List.of(new Code(CodingSystems.MEDIS_DISEASE, "20999001", "架空熱"))))
                .as("nothing follows from it")
                .isEmpty();
        assertThat(diseases.contradicted(new Code(CodingSystems.MEDIS_DISEASE, "20999001", "見本病の疑い")))
                .isEmpty();
    }

    @Test
    void theReportNamesItAndCountsItAsUnmapped() {
        var checked = CheckedFile.of(
                "x.hl7", "x.hl7", RESULTS.getBytes(StandardCharsets.ISO_8859_1), FileAgreements.tables(tests));
        assertThat(checked.notes())
                .filteredOn(note -> note.code().equals("code-contradicts-name"))
                .singleElement()
                .extracting(Note::field, Note::text)
                .containsExactly("JC10 " + PROTEIN, "HbA1c ≠ 総蛋白 (pairs 1)");
        assertThat(checked.codes()).containsEntry("jlac10", new CodeCount(2, 1));
    }

    private static Code test(String code, String name) {
        return new Code(CodingSystems.JLAC10, code, name);
    }
}
