package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.JisText;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Any text goes through writer and reader and comes out as its JIS spelling.
class WriterPropertiesTest {
    @Property(tries = 300)
    void anyNameAndAddressIsReadAsItWasSpelled(
            @ForAll String family, @ForAll String given, @ForAll String kana, @ForAll String address)
            throws BadStorage {
        Assume.that(!List.of(family, given, kana, address).contains("\"\""));
        var patient = new PatientLine(
                Invented.PATIENT.number(),
                new PersonName(family, given, kana, "カナ"),
                Invented.PATIENT.birthDate(),
                "M",
                "730-0000",
                address,
                "",
                null);
        var person = Invented.read(
                        StorageKind.ADT_12, Ssmix2Messages.reception(Invented.HEADER, patient, Invented.OUTPATIENT))
                .person();
        assertThat(person.familyName()).isEqualTo(JisText.spelled(family));
        assertThat(person.givenName()).isEqualTo(JisText.spelled(given));
        assertThat(person.familyKana()).isEqualTo(JisText.spelled(kana));
        assertThat(person.address()).isEqualTo(JisText.spelled(address));
    }

    @Property(tries = 300)
    void anyDiagnosisIsARowWhoseBundleFhirAccepts(@ForAll String name, @ForAll String instance) throws BadStorage {
        Assume.that(!name.isBlank() && !List.of(name, instance).contains("\"\""));
        var diagnosis = Invented.diagnosis(instance, name, "K297");
        var part = Invented.read(
                        StorageKind.PPR_01,
                        Ssmix2Messages.diagnoses(Invented.HEADER, Invented.PATIENT, List.of(diagnosis)))
                .parts(Invented.IDS)
                .getFirst();
        Assume.that(!JisText.spelled(name).isBlank());
        assertThat(((DiagnosisExtract) Extract.read(part.kind(), part.extract())).name())
                .isEqualTo(JisText.spelled(name));
        assertThat(RoundTripTest.bundle(part).getEntry()).hasSize(1);
    }
}
