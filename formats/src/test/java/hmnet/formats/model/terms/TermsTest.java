package hmnet.formats.model.terms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What says the same as a code sent, and what only might.
class TermsTest {
    private static final String HOT7 = CodingSystems.uri("HOT7");
    private static final String HOT13 = CodingSystems.uri("HOT13");
    private static final String RECEIPT = CodingSystems.uri("RECEIPT-DRUG");
    private static final String PRICE = CodingSystems.uri("MHLW-DRUG");

    @TempDir
    private Path folder;

    private Terms terms = Terms.NONE;

    @BeforeEach
    void load() throws IOException {
        var read = TermsFolder.read(TermsFolderSample.write(folder));
        assertThat(read.refused()).isEmpty();
        terms = read.terms();
    }

    private static Code code(String system, String code) {
        return new Code(system, code, "as sent");
    }

    private List<String> same(Code... sent) {
        return terms.of(List.of(sent)).stream()
                .map(code -> CodingSystems.hl7(code.system()) + " " + code.code())
                .toList();
    }

    @Test
    void aProductOfOneCompanyIsNamedByEverySystem() {
        assertThat(same(code(CodingSystems.YJ, "9990001F1011")))
                .as("HOT13 has two packages")
                .containsExactly("HOT9 999000101", "HOT7 9990001", "MHLW-DRUG 9990001F1011", "RECEIPT-DRUG 699900001");
        assertThat(same(code(RECEIPT, "699900001"))).contains("YJ 9990001F1011", "HOT9 999000101");
        assertThat(same(code(HOT13, "9990001010201"))).contains("YJ 9990001F1011", "HOT9 999000101");
        assertThat(same(code(CodingSystems.HOT9, "999000101"))).contains("YJ 9990001F1011");
    }

    @Test
    void aReceiptCodeOfTwoCompaniesIsNoProductAndItsCandidatesAreNamed() {
        var read = terms.translation(List.of(code(RECEIPT, "699900002")));
        assertThat(read.same()).extracting(Code::system).containsExactly(HOT7, PRICE);
        assertThat(read.candidates())
                .filteredOn(code -> code.system().equals(CodingSystems.YJ))
                .extracting(Code::code)
                .containsExactly("9990002F1020", "9990002F1038");
    }

    @Test
    void nothingFinerFollowsFromAClassEvenWhereThereIsOnlyOne() {
        var read = terms.translation(List.of(code(HOT7, "9990001")));
        assertThat(read.same()).isEmpty();
        assertThat(read.candidates()).extracting(Code::code).contains("999000101", "9990001F1011");
        assertThat(terms.of(List.of(code(CodingSystems.ICD10, "F999"))))
                .as("a disease does not follow from ICD-10")
                .isEmpty();
    }

    @Test
    void aSystemThatWasSentIsLeftAsItWasSent() {
        assertThat(same(code(CodingSystems.YJ, "9990001F1011"), code(CodingSystems.HOT9, "999888801")))
                .noneMatch(code -> code.startsWith("HOT9"));
        assertThat(same(code(CodingSystems.MEDIS_DISEASE, "20999001"), code(CodingSystems.ICD10, "G999")))
                .noneMatch(code -> code.startsWith("I10"));
    }

    @Test
    void codesThatContradictEachOtherGiveNothingCertain() {
        var read = terms.translation(
                List.of(code(CodingSystems.YJ, "9990001F1011"), code(CodingSystems.HOT9, "999000201")));
        assertThat(read.same()).extracting(Code::system).doesNotContain(RECEIPT);
        assertThat(read.candidates())
                .filteredOn(code -> code.system().equals(RECEIPT))
                .extracting(Code::code)
                .containsExactly("699900001", "699900002");
    }

    @Test
    void aFacilitysOwnCodeReachesTheNationalOnesByWayOfTwoTables() {
        var own = CodingSystems.uri("99YAK");
        assertThat(same(code(own, "D-1"))).contains("YJ 9990001F1011", "HOT9 999000101", "RECEIPT-DRUG 699900001");
        assertThat(same(code(own, "D-2"))).as("explained in two ways").isEmpty();
        assertThat(terms.forFacility(Set.of("3400000001")).of(List.of(code(own, "D-1"))))
                .as("another facility's D-1 is another drug")
                .isEmpty();
        assertThat(terms.forFacility(Set.of(TermsFolderSample.FACILITY)).of(List.of(code(own, "D-1"))))
                .isNotEmpty();
        assertThat(same(code(CodingSystems.YJ, "9990001F1011")))
                .as("nobody is given a facility's own code")
                .noneMatch(code -> code.startsWith("99"));
    }

    @Test
    void aReceiptsDiseaseHasItsIcd10AndTheNameItWasSentWithout() {
        var sent = new Code(CodingSystems.RECEIPT_DISEASE, "8899901", "");
        assertThat(terms.of(List.of(sent)))
                .contains(new Code(CodingSystems.ICD10, "F999", "", "byomei V9.99"))
                .contains(new Code(CodingSystems.RECEIPT_DISEASE, "8899901", "見本病", "byomei V9.99"))
                .contains(new Code(CodingSystems.MEDIS_DISEASE, "20999001", "見本病", "byomei V9.99"));
    }

    @Test
    void aCodeThatSaysNothingIsNeitherExplainedNorGiven() {
        assertThat(same(code(CodingSystems.RECEIPT_DISEASE, "0000999"))).isEmpty();
        assertThat(same(code(CodingSystems.MEDIS_DISEASE, "20999003"))).containsExactly("99ZZZ RG03", "I10 J999");
    }

    @Test
    void aCodeNobodyKnowsAndNoTableAtAllGiveNothing() {
        assertThat(same(code("urn:x", "1"))).isEmpty();
        assertThat(same(code(CodingSystems.YJ, ""))).isEmpty();
        assertThat(Terms.NONE.of(List.of(code(CodingSystems.YJ, "9990001F1011"))))
                .isEmpty();
    }

    @Test
    void aTableSaysWhatItIs() {
        var table = terms.tables().getFirst();
        assertThat(table.edition().label()).isEqualTo("hot 2026-10-31");
        assertThat(table.edition().date()).isEqualTo("2026-10-31");
        assertThat(table.edition().sha256()).hasSize(64);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.systems()).contains(HOT7, HOT13, CodingSystems.YJ, RECEIPT);
        assertThat(table.notes()).isEmpty();
    }
}
