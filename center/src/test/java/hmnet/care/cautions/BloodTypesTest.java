package hmnet.care.cautions;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two blood groups of one person are said aloud (U23).
class BloodTypesTest {
    private static ChartEntry at(FacilityId facility, String blood) {
        var filed = Filed.filed(RecordKind.PROFILE, new ProfileExtract("", "", "", "", blood, List.of()));
        return new ChartEntry(
                filed.id(),
                filed.kind(),
                facility,
                filed.department(),
                filed.occurredAt(),
                filed.receivedAt(),
                filed.labels(),
                false,
                false,
                filed.title(),
                filed.extract().json());
    }

    private static List<String> of(ChartEntry... profiles) {
        return BloodTypes.contradictions(List.of(profiles), Filed::name, Messages.in(Language.JAPANESE));
    }

    @Test
    void whatContradictsIsNamedWithItsFacilities() {
        assertThat(of(at(Filed.HOSPITAL, "O型"), at(Filed.CLINIC, "Ａ")))
                .singleElement()
                .asString()
                .contains("見本病院 O型", "ひな形診療所 Ａ");
        assertThat(of(at(Filed.HOSPITAL, "AB Rh(+)"), at(Filed.CLINIC, "B"))).hasSize(1);
    }

    @Test
    void aRhesusFactorThatContradictsIsNamedToo() {
        assertThat(of(at(Filed.HOSPITAL, "A Rh(-)"), at(Filed.CLINIC, "A型 Rh＋")))
                .hasSize(1);
        assertThat(of(at(Filed.HOSPITAL, "A型(RhD陰性)"), at(Filed.CLINIC, "A+"))).hasSize(1);
        assertThat(of(at(Filed.HOSPITAL, "B Rh(-)"), at(Filed.CLINIC, "B 陰性"), at(Filed.CLINIC, "B")))
                .isEmpty();
    }

    @Test
    void whatIsWrittenOtherwiseContradictsNothing() {
        assertThat(of(at(Filed.HOSPITAL, "O型 Rh(+)"), at(Filed.CLINIC, "Ｏ"))).isEmpty();
        assertThat(of(at(Filed.HOSPITAL, "A"), at(Filed.CLINIC, ""))).isEmpty();
        assertThat(of(at(Filed.HOSPITAL, "O型"), at(Filed.HOSPITAL, "A型")))
                .as("a facility's newest word holds")
                .isEmpty();
        assertThat(of(at(Filed.HOSPITAL, "不明"), at(Filed.CLINIC, "A型"))).isEmpty();
    }
}
