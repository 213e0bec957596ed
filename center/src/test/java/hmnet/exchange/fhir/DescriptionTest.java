package hmnet.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/// All that a Patient resource says of somebody is read: what is left out would contradict nobody.
class DescriptionTest {
    @Test
    void aNameWrittenAsOneTextIsOne() {
        var patient = new Patient();
        patient.addName().setText("見本　さくら");
        patient.addName().setText("ミホン サクラ");
        var said = Description.of(patient);
        assertThat(said.familyName() + "/" + said.givenName()).isEqualTo("見本/さくら");
        assertThat(said.familyKana() + "/" + said.givenKana()).isEqualTo("ミホン/サクラ");
    }

    @Test
    void aFormerNameIsNotTheName() {
        var patient = new Patient();
        patient.addName(new HumanName().setFamily("架空").addGiven("花子").setUse(NameUse.MAIDEN));
        patient.addName(new HumanName().setFamily("見本").addGiven("花子"));
        assertThat(Description.of(patient).familyName()).isEqualTo("見本");
    }

    @Test
    void aDeathIsTold() {
        var died = new DateTimeType("2026-03-01T23:10:00+09:00");
        assertThat(Description.of(dead(died)).diedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Description.of(dead(new DateTimeType("2026-03"))).diedOn())
                .as("no day is made up")
                .isNull();
    }

    private static Patient dead(DateTimeType died) {
        var patient = new Patient();
        patient.setDeceased(died);
        return patient;
    }
}
