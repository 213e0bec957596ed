package hmnet.exchange.carefeed;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.model.v25.message.ORL_O22;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.telegrams.Exchanged;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mllp.FarEnd;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.RecordState;
import hmnet.record.inbox.InboxSeal;
import hmnet.record.inbox.Quarantine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital's departments that send what they do, message by message.
class CareMessagesTest extends Exchanged {
    private static final String POTASSIUM =
            "OBX|1|NM|3H015000002327101^カリウム^JC10||4.2|mmol/L|3.5-5.0||||F|||20261121083000";
    private static final String REPORT = "OBR|1|R1|R1|3H015000002327101^カリウム^JC10|||20261121083000";

    @Autowired
    Quarantine quarantine;

    private String pid(FacilityId hospital, String number) {
        return "PID|||" + number + "^^^" + domains.of(hospital).namespace()
                + "^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F";
    }

    private String[] result(FacilityId hospital, String number) {
        return new String[] {header(hospital, "ORU^R01^ORU_R01"), pid(hospital, number), REPORT, POTASSIUM};
    }

    @Autowired
    private InboxSeal seal;

    private record HeldFile(long id, String state, String reason) {}

    private List<HeldFile> held(FacilityId hospital) {
        return db.sql("""
                        select i.id, coalesce(o.state, 0)::text as state, o.reason, %s
                          from inbox i left join inbox_outcome o on o.id = i.id where i.facility = ? order by i.id""".formatted(InboxSeal.DETAIL))
                .param(hospital.value())
                .query((row, n) -> new HeldFile(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getString("reason") == null ? "" : row.getString("reason") + " " + seal.detail(row)))
                .list();
    }

    private List<String> reasons(FacilityId hospital) {
        settle(hospital);
        return held(hospital).stream().map(HeldFile::reason).toList();
    }

    /// Read by the owner of the tables: rows of nobody's chart are shown to no other.
    private int rows(FacilityId hospital) throws SQLException {
        settle(hospital);
        try (var connection = owner();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from record where state = " + RecordState.LIVE_CODE
                        + " and kind <> 0 and facility = " + hospital.value())) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void aResultIsKeptAsItCameAcknowledgedAndStandsInTheChart() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var message = result(hospital, number);
        var answer = spoken(hospital, message);
        assertThat(line(answer, "MSA")).startsWith("MSA|AA|M");
        assertThat(answer.type()).isEqualTo("ACK^R01");
        var sent = String.join("\r", message) + "\r\u001c";
        assertThat(opened(hospital)).containsExactly(sent.getBytes(StandardCharsets.UTF_8));
        assertThat(reasons(hospital)).containsExactly("");
        assertThat(shown(doctor, person)).extracting(ChartEntry::kind).containsExactly(RecordKind.LAB_SAFETY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ORU^R01^ORU_R01 ! ACK^R01 ! OBR|1|R1|R1|3H015^カリウム^JC10|||20261121083000 ~~ OBX|1|NM|3H015^カリウム^JC10||4.2|mmol/L|||||F
            OUL^R22^OUL_R22 ! ACK^R22 ! SPM|1|||019^血液^JC10 ~~ OBR|1|R1||3H015^カリウム^JC10|||20261121083000 ~~ OBX|1|NM|3H015^カリウム^JC10||4.2|mmol/L|||||F
            OML^O33^OML_O33 ! ORL^O34 ! SPM|1|||019^血液^JC10 ~~ ORC|NW|O1|||||||20261121 ~~ OBR|1|O1||3H015^カリウム^JC10
            RDE^O11^RDE_O11 ! RRE^O12 ! ORC|NW|P1|||||||20261121 ~~ RXE||620003044^アムロジピン錠５ｍｇ^HOT|1||TAB^錠^MR9P|TAB^錠^MR9P|||||7|TAB^錠^MR9P
            OMP^O09^OMP_O09 ! ORP^O10 ! ORC|NW|P1|||||||20261121 ~~ RXO|620003044^アムロジピン錠５ｍｇ^HOT|1||TAB^錠^MR9P
            RDS^O13^RDS_O13 ! RRD^O14 ! ORC|RE|P1|||||||20261121 ~~ RXD|1|620003044^アムロジピン錠５ｍｇ^HOT|20261121|7|TAB^錠^MR9P
            RAS^O17^RAS_O17 ! RRA^O18 ! ORC|RE|P1|||||||20261121 ~~ RXA|0|1|202611211000|202611211000|620003044^アムロジピン錠５ｍｇ^HOT|1|TAB^錠^MR9P
            PPR^ZD1^PPR_ZD1 ! ACK^ZD1 ! PRB|AD|20261121|4019^高血圧症^I10|D1
            SIU^S12^SIU_S12 ! ACK^S12 ! SCH|B1||||||||||^^^202612010900^^^|||||見本^医師
            MDM^T02^MDM_T02 ! ACK^T02 ! TXA|1|DS^退院時要約|TX|20261121100000|||||||D1|||||AU ~~ OBX|1|TX|本文||経過は良好||||||F
            OMG^O19^OMG_O19 ! ORG^O20 ! ORC|NW|X1|||||||20261121 ~~ OBR|1|X1||1000000000000000^単純撮影^JJ1017
            OMI^Z23^OMI_Z23 ! ACK^Z23 ! ORC|SC|X1|||||||20261121 ~~ OBR|1|X1||1000000000000000^単純撮影^JJ1017|||20261121083000
            ORM^O01 ! ORR^O02 ! ORC|NW|O1|||||||20261121 ~~ OBR|1|O1||3H015^カリウム^JC10
            ADT^A13^ADT_A01 ! ACK^A13 ! EVN||20261121 ~~ PV1|1|I|病棟1^^
            ADT^A60^ADT_A60 ! ACK^A60 ! IAM|1|DA^薬物^HL70127|ペニシリン^ペニシリン^99X|SV|発疹|A
            """)
    void everyKindOfMessageIsTakenAndFiled(String type, String answered, String told) throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var segments = new ArrayList<>(List.of(header(hospital, type), pid(hospital, number())));
        segments.addAll(Stream.of(told.split("~~")).map(String::strip).toList());
        var answer = spoken(hospital, segments.toArray(String[]::new));
        assertThat(line(answer, "MSA")).startsWith("MSA|AA|M");
        assertThat(answer.type()).isEqualTo(answered);
        assertThat(reasons(hospital)).containsExactly("");
        assertThat(rows(hospital)).isEqualTo(type.startsWith("ADT^A13") ? 0 : 1);
    }

    /// A client that others wrote, which parses the answer by the standard's own structure.
    @Test
    void aForeignClientSendsAnOrderAndReadsTheAnswer() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        try (var line = foreign(hospital)) {
            var order = String.join(
                            "\r",
                            header(hospital, "OML^O21^OML_O21"),
                            pid(hospital, number()),
                            "ORC|NW|O1|||||||20261121",
                            "OBR|1|O1||3H015^カリウム^JC10")
                    + "\r";
            assertThat(line.ask(order))
                    .isInstanceOfSatisfying(
                            ORL_O22.class,
                            answer -> assertThat(answer.getMSA()
                                            .getAcknowledgmentCode()
                                            .getValue())
                                    .isEqualTo("AA"));
        }
        assertThat(reasons(hospital)).containsExactly("");
    }

    /// R012.
    @Test
    void theSameMessageAgainIsAcknowledgedAndFiledOnce() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var message = result(hospital, number());
        assertThat(line(spoken(hospital, message), "MSA")).startsWith("MSA|AA|");
        assertThat(line(spoken(hospital, message), "MSA")).startsWith("MSA|AA|");
        assertThat(inbox.counts(hospital).messages()).isEqualTo(1);
        assertThat(rows(hospital)).isEqualTo(1);
    }

    /// R012.
    @Test
    void anotherMessageUnderItsNumberIsKeptNotedAndNotFiled() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var message = result(hospital, number());
        spoken(hospital, message);
        var other = message.clone();
        other[3] = POTASSIUM.replace("4.2", "6.8");
        var answer = spoken(hospital, other);
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "ERR")).startsWith("ERR||MSH^1^10|205").contains("kept and not filed");
        assertThat(reasons(hospital)).containsExactly("", "message-conflict MSH-10, MSH-7");
        assertThat(rows(hospital)).isEqualTo(1);
        quarantine.retry(held(hospital).getLast().id(), office());
        assertThat(reasons(hospital)).as("put back by an operator").containsExactly("", "");
        var elsewhere = message.clone();
        elsewhere[0] = message[0].replace("|EHR|", "|LIS|");
        elsewhere[3] = POTASSIUM.replace("4.2", "5.1");
        assertThat(line(spoken(hospital, elsewhere), "MSA"))
                .as("another system of the hospital counts by itself")
                .startsWith("MSA|AA|");
    }

    @Test
    void whoHasNoRightOrAnothersNameIsTurnedAwayAndNothingIsKept() throws Exception {
        var feeding = hospitalFor(TransactionGroup.FEED);
        var answer = spoken(feeding, result(feeding, number()));
        assertThat(line(answer, "MSA")).startsWith("MSA|AR|");
        assertThat(line(answer, "ERR")).contains("No right to records by HL7 v2 was granted");
        assertThat(held(feeding)).isEmpty();
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var named = spoken(hospital, result(feeding, number()));
        assertThat(line(named, "ERR")).startsWith("ERR||MSH^1^4|103");
        assertThat(held(hospital)).isEmpty();
        assertThat(held(feeding)).isEmpty();
    }

    @Test
    void anothersPatientOrNobodyIsRefusedAndTheRefusalIsInTheLog() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var message = result(hospital, number());
        message[1] = pid(hospital(), number());
        var answer = spoken(hospital, message);
        assertThat(line(answer, "MSA")).startsWith("MSA|AE|");
        assertThat(line(answer, "ERR")).startsWith("ERR||PID^1^3^1^4|204");
        var nobody = spoken(hospital, header(hospital, "SIU^S12^SIU_S12"), "SCH|B1");
        assertThat(line(nobody, "ERR")).startsWith("ERR||PID|100").contains("PID is missing");
        assertThat(held(hospital)).isEmpty();
        assertThat(logged("records-received-refused", "facility:" + hospital.value() + "\""))
                .hasSize(2);
    }

    /// The insurer's number before both is one, the hospital's own are two.
    @Test
    void aMessageAboutTwoOfItsPatientsWaitsAndReachesNeither() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var first = pid(hospital, number()).replace("PID|||", "PID|||999^^^INSURER~");
        var second = pid(hospital, number()).replace("PID|||", "PID|||999^^^INSURER~");
        spoken(hospital, header(hospital, "ORU^R01^ORU_R01"), first, REPORT, POTASSIUM, second, REPORT, POTASSIUM);
        assertThat(reasons(hospital)).containsExactly("patients-differ PID-3");
        assertThat(rows(hospital)).isZero();
    }

    @Test
    void whatIsNotTakenIsToldSoAndHarmsNoNextMessage() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        try (var line = call(hospital)) {
            var unknown = line.ask(header(hospital, "DFT^P03^DFT_P03"), pid(hospital, number()), "FT1|1");
            assertThat(line(unknown, "MSA")).startsWith("MSA|AR|");
            assertThat(line(unknown, "ERR")).startsWith("ERR||MSH^1^9^1^1|200");
            var event = line.ask(header(hospital, "ADT^A23^ADT_A21"), pid(hospital, number()), "PV1|1|I");
            assertThat(line(event, "ERR")).startsWith("ERR||MSH^1^9^1^2|201");
            assertThat(line(line.ask(result(hospital, number())), "MSA")).startsWith("MSA|AA|");
        }
        assertThat(reasons(hospital)).containsExactly("");
    }

    /// R016: what cannot be read waits with its reason, the rest goes on.
    @Test
    void aMessageThatCannotBeFiledWaitsForAHumanAndTheNextIsFiled() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var cut = spoken(hospital, header(hospital, "ORU^R01^ORU_R01"), pid(hospital, number()), "NTE|1||no result");
        assertThat(line(cut, "MSA")).startsWith("MSA|AA|");
        spoken(hospital, result(hospital, number()));
        assertThat(reasons(hospital).getFirst()).startsWith("segment-missing");
        assertThat(reasons(hospital).getLast()).isEmpty();
        assertThat(rows(hospital)).isEqualTo(1);
    }

    /// The number is invented; its check digit is one of an individual number.
    @Test
    void anIndividualNumberIsNeverKeptAndAHumanIsAsked() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var message = result(hospital, number());
        message[1] = message[1].replace("PID|||", "PID||123456789018|");
        spoken(hospital, message);
        assertThat(reasons(hospital).getFirst()).startsWith("my-number");
        assertThat(new String(opened(hospital).getFirst(), StandardCharsets.UTF_8))
                .doesNotContain("123456789018");
    }

    /// HL7 2.5 §2.9.3: only the answers that are asked for.
    @ParameterizedTest
    @CsvSource({"AL,NE,CA", "AL,AL,CA AA", "NE,AL,AA", "ER,AL,AA", "SU,ER,CA"})
    void theEnhancedModeAnswersWhatIsAskedFor(String accept, String application, String answered) throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        var message = asking(result(hospital, number()), accept, application);
        try (var line = call(hospital)) {
            var said = new ArrayList<String>();
            said.add(code(line.ask(message)));
            while (said.size() < answered.split(" ").length) {
                said.add(code(Message.parse(line.hear())));
            }
            assertThat(String.join(" ", said)).isEqualTo(answered);
        }
    }

    @Test
    void whoWantsNoAnswerGetsNoneAndWhatIsRefusedIsSaidOnce() throws Exception {
        var hospital = hospitalFor(TransactionGroup.RECORDS);
        try (var line = call(hospital)) {
            var silent = asking(result(hospital, number()), "NE", "NE");
            line.send(FarEnd.framed((String.join("\r", silent) + "\r").getBytes(StandardCharsets.UTF_8)));
            var refused = asking(result(hospital, number()), "ER", "AL");
            refused[1] = "PID|1";
            var answer = line.ask(refused);
            assertThat(code(answer)).isEqualTo("CE");
            assertThat(line(answer, "ERR")).startsWith("ERR||PID^1^3|101");
            assertThat(code(line.ask(result(hospital, number())))).isEqualTo("AA");
        }
        assertThat(inbox.counts(hospital).messages()).isEqualTo(2);
    }

    private static String[] asking(String[] message, String accept, String application) {
        var asking = message.clone();
        asking[0] = message[0].replace("|P|2.5||||||", "|P|2.5|||" + accept + "|" + application + "||");
        return asking;
    }

    private static String code(Message answer) {
        return answer.all("MSA").getFirst().text(1);
    }

    @Test
    void anAdmissionIsAStayOnlyWhereRecordsMayBeSentHere() throws Exception {
        var feeding = hospitalFor(TransactionGroup.FEED);
        assertThat(line(admitted(feeding, number()), "MSA")).startsWith("MSA|AA|");
        assertThat(rows(feeding)).as("its stays come by another door").isZero();
        var both = hospitalFor(TransactionGroup.FEED);
        callers.grant(both, TransactionGroup.RECORDS, Scope.OWN, Actor.CENTRE);
        var number = number();
        assertThat(line(admitted(both, number), "MSA")).startsWith("MSA|AA|");
        assertThat(rows(both)).isEqualTo(1);
        assertThat(patients.shown(both, number).orElseThrow().name()).isEqualTo("架空　花子");
        assertThat(held(both)).as("one message, kept once").hasSize(1);
        assertThat(reasons(both)).containsExactly("");
    }

    private Message admitted(FacilityId hospital, String number) throws Exception {
        return spoken(
                hospital,
                header(hospital, "ADT^A01^ADT_A01"),
                "EVN||20261121100000",
                pid(hospital, number),
                "PV1|1|I|病棟1^^|||||||01^内科|||||||||V1|||||||||||||||||||||||||20261121093000");
    }
}
