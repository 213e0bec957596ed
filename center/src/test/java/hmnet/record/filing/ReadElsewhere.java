package hmnet.record.filing;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.inbox.ReceivedFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A hospital's patient whom a doctor of another facility treats (他施設の医師が診る患者).
public abstract class ReadElsewhere extends Ward {
    protected FacilityId hospital = new FacilityId(0);
    protected PersonId person = PersonId.fresh();
    private @Nullable Requester doctor;

    /// The hospital files this, and everything is shown.
    protected void treatedElsewhere(String number, ReceivedFile... files) {
        hospital = hospital();
        filed(hospital, files);
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        doctor = doctor();
        relations.begin(reader(), person, RelationOrigin.CARD);
    }

    protected Requester reader() {
        return Objects.requireNonNull(doctor);
    }
}
