package hmnet.record.doubles;

import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.told;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameContentTest {
    private static String drugs(PrescriptionExtract.DrugItem item, String doctor) {
        return SameContent.of(
                RecordKind.PRESCRIPTION,
                new PrescriptionExtract("OHP", false, doctor, "", List.of(), List.of(item)).write());
    }

    @Test
    void rowsThatDifferInAnAmountAStateOrARhythmAreNotTheSame() {
        assertThat(Stream.of(
                                drug("1", "", 7, "", CareState.ACTIVE, ""),
                                drug("", "1", 7, "", CareState.ACTIVE, ""),
                                drug("1", "", 7, "", CareState.NOT_DONE, ""),
                                drug("1", "", 7, "", CareState.NOT_DONE, "発疹"),
                                drug("1", "", 7, "", CareState.ACTIVE, "", "隔日"))
                        .map(item -> drugs(item, "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDoctorWrittenAnewMakesNoOtherRow() {
        var item = drug("1", "", 7, "", CareState.ACTIVE, "");
        assertThat(drugs(item, "架空 一郎")).isEqualTo(drugs(item, "D001"));
    }

    private static String results(LabExtract.AnalyteItem item, CareState state, String... notes) {
        return SameContent.of(RecordKind.LABORATORY, new LabExtract(List.of(item), List.of(notes), state, "").write());
    }

    @Test
    void aCommentARangeAndAnOrdersStateAreContent() {
        assertThat(List.of(
                        results(told("5.4", "", "", "F"), CareState.ACTIVE),
                        results(told("5.4", "", "", "F", "溶血"), CareState.ACTIVE),
                        results(told("5.4", "陰性", "", "F"), CareState.ACTIVE),
                        results(told("5.4", "", "H", "F"), CareState.ACTIVE),
                        results(told("5.4", "", "", "F"), CareState.CANCELLED),
                        results(told("5.4", "", "", "F"), CareState.ACTIVE, "再検")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anAllergyAndAnAdverseReactionAreNotTheSame() {
        assertThat(Stream.of(AllergyType.values())
                        .map(type -> SameContent.of(
                                RecordKind.ALLERGY,
                                new AllergyExtract(List.of(new AllergyItem(
                                                "DA",
                                                "架空薬",
                                                "",
                                                "",
                                                "",
                                                "",
                                                "",
                                                AllergyStatus.PRESENT,
                                                type,
                                                "",
                                                List.of())))
                                        .write())))
                .doesNotHaveDuplicates();
    }
}
