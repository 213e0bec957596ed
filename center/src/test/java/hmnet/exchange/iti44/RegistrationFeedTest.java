package hmnet.exchange.iti44;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.Errand;
import hmnet.exchange.Findings;
import hmnet.exchange.PersonSearch;
import hmnet.exchange.SenderNames;
import hmnet.exchange.Traits;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.Soaped;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Hospitals that tell their own patients by HL7 V3.
class RegistrationFeedTest extends Soaped {
    @Autowired
    PersonSearch search;

    @Autowired
    SenderNames names;

    private static String patient(String ids, String family, String kana, LocalDate born, String more) {
        return """
                <subject typeCode="SUBJ"><registrationEvent classCode="REG" moodCode="EVN">
                  <id nullFlavor="NA"/><statusCode code="active"/>
                  <subject1 typeCode="SBJ"><patient classCode="PAT">
                    %s
                    <statusCode code="active"/>
                    <patientPerson classCode="PSN" determinerCode="INSTANCE">
                      <name use="IDE"><family>%s</family><given>花子</given></name>
                      <name use="SYL"><family>%s</family><given>ハナコ</given></name>
                      <telecom value="tel:082-555-0123" use="H"/>
                      <administrativeGenderCode code="F"/>
                      <birthTime value="%s"/>
                      <addr><postalCode>730-0001</postalCode><state>広島県</state><city>架空市</city><streetAddressLine>青葉町1-2-3</streetAddressLine></addr>
                    </patientPerson>
                  </patient></subject1>
                  <custodian typeCode="CST"><assignedEntity classCode="ASSIGNED"><id root="1.2.3"/></assignedEntity></custodian>
                  %s
                </registrationEvent></subject>""".formatted(ids, family, kana, born.toString().replace("-", ""), more);
    }

    private static String id(String root, String number) {
        return "<id root=\"%s\" extension=\"%s\"/>".formatted(root, number);
    }

    private static String replacing(String root, String number) {
        return """
                <replacementOf typeCode="RPLC"><priorRegistration classCode="REG" moodCode="EVN">
                  <statusCode code="obsolete"/>
                  <subject1 typeCode="SBJ"><priorRegisteredRole classCode="PAT">%s</priorRegisteredRole></subject1>
                </priorRegistration></replacementOf>""".formatted(id(root, number));
    }

    private Element told(Machine machine, String interaction, String act) throws Exception {
        var answer = machine.ask(machine.message(interaction, act));
        settle(machine.facility);
        return answer;
    }

    private boolean found(Machine machine, LocalDate born, String family) {
        var traits = Traits.NONE.born(born).named(name(family, "花子"));
        return search.find(caller(machine.facility, Errand.PDQ), question(), traits)
                        instanceof Findings.Found(var candidates)
                && !candidates.isEmpty();
    }

    @Test
    void aPatientThatIsToldIsKeptFiledAndFoundAndSoIsItsRevision() throws Exception {
        var machine = new Machine(Errand.FEED);
        var born = birthday();
        var ids = id("1.2.9", "insurer") + id(machine.oid(), number());
        var added = told(machine, "PRPA_IN201301UV02", patient(ids, "髙﨑", "タカサキ", born, ""));
        assertThat(added.local()).isEqualTo("MCCI_IN000002UV01");
        assertThat(acknowledged(added)).isEqualTo("CA");
        assertThat(found(machine, born, "高崎")).isTrue();
        told(machine, "PRPA_IN201302UV02", patient(ids, "絵空", "エソラ", born, ""));
        assertThat(found(machine, born, "絵空")).isTrue();
        assertThat(found(machine, born, "高崎")).isFalse();
    }

    @Test
    void duplicatesThatAreResolvedAreTheFacilitysOwnMerge() throws Exception {
        var machine = new Machine(Errand.FEED);
        var born = birthday();
        var stays = number();
        var goes = number();
        for (var number : new String[] {stays, goes}) {
            told(machine, "PRPA_IN201301UV02", patient(id(machine.oid(), number), "髙﨑", "タカサキ", born, ""));
        }
        var resolved = told(
                machine,
                "PRPA_IN201304UV02",
                patient(id(machine.oid(), stays), "髙﨑", "タカサキ", born, replacing(machine.oid(), goes)));
        assertThat(acknowledged(resolved)).isEqualTo("CA");
        assertThat(db.sql("""
                        select gone.number || ' into ' || kept.number from patient_merge_event m
                          join patient gone on gone.id = m.patient join patient kept on kept.id = m.into_patient
                         where gone.facility = ? and m.action = 'merge'""")
                        .param(machine.facility.value())
                        .query(String.class)
                        .list())
                .containsExactly(goes + " into " + stays);
    }

    /// A sender that heard no answer sends the same message in a new envelope.
    @Test
    void theSameMessageAgainIsFiledOnceAndAnotherUnderItsIdIsAConflict() throws Exception {
        var machine = new Machine(Errand.FEED);
        var born = birthday();
        var id = UUID.randomUUID().toString();
        var act = patient(id(machine.oid(), number()), "髙﨑", "タカサキ", born, "");
        var message = machine.message("PRPA_IN201301UV02", machine.oid(), "P", id, act);
        assertThat(acknowledged(machine.ask(message))).isEqualTo("CA");
        assertThat(acknowledged(machine.ask(message))).isEqualTo("CA");
        assertThat(inbox.counts(machine.facility).messages()).isEqualTo(1);
        assertThat(details(machine.ask(message.replace("髙﨑", "絵空")))).containsExactly("205 /PRPA_IN201301UV02/id");
    }

    @Test
    void othersPatientsAreNotToldAndNobodyTellsWithoutTheRightOrInAnothersName() throws Exception {
        var machine = new Machine(Errand.FEED);
        var other = new Machine(Errand.PIX);
        var act = patient(id(other.oid(), "1"), "見本", "ミホン", birthday(), "");
        var foreign = machine.ask(machine.message("PRPA_IN201301UV02", act));
        assertThat(acknowledged(foreign)).isEqualTo("CE");
        assertThat(details(foreign)).singleElement().asString().startsWith("204 ");
        assertThat(acknowledged(other.ask(other.message("PRPA_IN201301UV02", act))))
                .isEqualTo("CR");
        var borrowed = machine.ask(
                other.message("PRPA_IN201301UV02", patient(id(machine.oid(), "1"), "見本", "ミホン", birthday(), "")));
        assertThat(acknowledged(borrowed)).isEqualTo("CR");
        names.register(machine.facility, "", other.oid() + ".9");
        var registered = machine.message(
                "PRPA_IN201301UV02",
                other.oid() + ".9",
                "P",
                UUID.randomUUID().toString(),
                patient(id(machine.oid(), "1"), "見本", "ミホン", birthday(), ""));
        assertThat(acknowledged(machine.ask(registered)))
                .as("a registered name")
                .isEqualTo("CA");
    }

    @Test
    void whatIsNoPatientOfRealLifeOrNotOneIsNotKept() throws Exception {
        var machine = new Machine(Errand.FEED);
        var act = patient(id(machine.oid(), number()), "見本", "ミホン", birthday(), "");
        var id = UUID.randomUUID().toString();
        var exercise = machine.ask(machine.message("PRPA_IN201301UV02", machine.oid(), "T", id, act));
        assertThat(acknowledged(exercise)).isEqualTo("CR");
        assertThat(details(exercise)).containsExactly("202 /PRPA_IN201301UV02/processingCode/@code");
        assertThat(acknowledged(machine.ask(machine.message("PRPA_IN201301UV02", act + act))))
                .as("two patients")
                .isEqualTo("CE");
        assertThat(acknowledged(machine.ask(machine.message("PRPA_IN201304UV02", act))))
                .as("duplicates without the number that goes")
                .isEqualTo("CE");
        var without = patient("<id nullFlavor=\"NA\"/>", "見本", "ミホン", birthday(), "");
        assertThat(details(machine.ask(machine.message("PRPA_IN201301UV02", without))))
                .singleElement()
                .asString()
                .startsWith("101 ");
        assertThat(kept(machine)).isZero();
    }

    /// 123456789018: invented, with a valid check digit.
    @Test
    void anIndividualNumberInAPatientIsRefusedAndNothingIsKept() throws Exception {
        var machine = new Machine(Errand.FEED);
        var ids = id(machine.oid(), number()) + id("1.2.392.1", "1234 5678 9018");
        var answer = machine.ask(machine.message("PRPA_IN201301UV02", patient(ids, "見本", "ミホン", birthday(), "")));
        assertThat(acknowledged(answer)).isEqualTo("CE");
        assertThat(answer.said()).noneMatch(text -> text.contains("9018"));
        assertThat(kept(machine)).isZero();
    }

    private int kept(Machine machine) {
        return db.sql("select count(*) from inbox where facility = ?")
                .param(machine.facility.value())
                .query(Integer.class)
                .single();
    }
}
