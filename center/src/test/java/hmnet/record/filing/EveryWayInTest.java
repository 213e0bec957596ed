package hmnet.record.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.record.filing.WaysIn.ToldHuman;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.UnnamedFiles;
import hmnet.record.inbox.UnnamedFiles.NamingResult;
import hmnet.record.numberreviews.DecidedNumbers;
import hmnet.record.numberreviews.NumberDesk;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// By whatever way a message comes: of another human it reaches no chart without a human's word.
class EveryWayInTest extends Feed {
    private static final LocalDate BORN_1931 = LocalDate.of(1931, 5, 3);
    private static final LocalDate BORN_2019 = LocalDate.of(2019, 8, 17);
    private static final PersonName MANS = new PersonName("仮名", "一郎", "カメイ", "イチロウ");
    private static final PersonName GIRLS = new PersonName("見本", "さくら", "ミホン", "サクラ");
    private static final ToldHuman MAN = new ToldHuman(MANS, BORN_1931, "M");
    private static final ToldHuman GIRL = new ToldHuman(GIRLS, BORN_2019, "F");

    /// Who is not the man: by all, without a birth date, and of the same birth date.
    private static final Map<String, ToldHuman> OTHERS = new TreeMap<>(Map.of(
            "a girl born 2019", GIRL,
            "a girl without a birth date", new ToldHuman(GIRLS, null, "F"),
            "a woman of the same birth date", new ToldHuman(GIRLS, BORN_1931, "F")));

    @Autowired
    private NumberDesk desk;

    @Autowired
    private UnnamedFiles unnamed;

    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
    }

    @Test
    void whatEveryFormatTellsOfAnotherHumanWaits() throws SQLException {
        var numbers = new LinkedHashMap<String, String>();
        var profiles = new ArrayList<ReceivedFile>();
        WaysIn.all().forEach((way, file) -> {
            var number = number();
            numbers.put(way, number);
            profiles.add(
                    MAN.papers(number).later(62).died(LocalDate.of(2026, 6, 1)).profile());
        });
        filed(hospital, profiles.toArray(ReceivedFile[]::new));
        othersWaitAndTheManIsFiled(WaysIn.all(), numbers);
    }

    /// Their holder is told by the very format: such numbers have no storage.
    @Test
    void whatIsToldOfAnotherHumanInLongTermCareWaits() throws SQLException {
        var numbers = new LinkedHashMap<String, String>();
        var first = WaysIn.ofCare().values().iterator().next();
        var users = new ArrayList<ReceivedFile>();
        WaysIn.ofCare().forEach((way, file) -> {
            var number = "999999-" + number();
            numbers.put(way, number);
            users.add(first.apply(number, MAN));
        });
        filed(hospital, users.toArray(ReceivedFile[]::new));
        othersWaitAndTheManIsFiled(WaysIn.ofCare(), numbers);
    }

    private void othersWaitAndTheManIsFiled(
            Map<String, BiFunction<String, ToldHuman, ReceivedFile>> ways, Map<String, String> numbers)
            throws SQLException {
        var sent = new LinkedHashMap<String, InboxReceipt>();
        var right = new LinkedHashMap<String, InboxReceipt>();
        ways.forEach((way, file) -> {
            var number = numbers.get(way);
            OTHERS.forEach((who, human) -> sent.put(
                    way + ": " + who, sent(hospital, file.apply(number, human)).getFirst()));
        });
        settle(hospital);
        ways.forEach((way, file) ->
                right.put(way, sent(hospital, file.apply(numbers.get(way), MAN)).getFirst()));
        settle(hospital);
        var filedOfOthers = new ArrayList<String>();
        for (var one : sent.entrySet()) {
            var state = state(hospital, one.getValue());
            if (state.state() != FileState.QUARANTINED
                    || !"other-human".equals(state.reason())
                    || rows(one.getValue()) != 0) {
                filedOfOthers.add(one.getKey() + " → " + state.state() + " " + state.reason());
            }
        }
        assertThat(filedOfOthers).as("of another human").isEmpty();
        var held = new ArrayList<String>();
        for (var one : right.entrySet()) {
            var state = state(hospital, one.getValue());
            var stands = rows(one.getValue()) > 0 || one.getKey().contains("deletion");
            if (state.state() == FileState.QUARANTINED || !stands) {
                held.add(one.getKey() + " → " + state.state() + " " + state.reason() + " " + state.detail());
            }
        }
        assertThat(held).as("of the man himself").isEmpty();
        var reception = at(hospital, Profession.RECEPTION);
        numbers.forEach((way, number) -> assertThat(DecidedNumbers.sides(desk, number, reception))
                .as(way)
                .hasSizeGreaterThanOrEqualTo(OTHERS.size())
                .allMatch(side -> side.contains("さくら") || side.contains("サクラ"))
                .allMatch(side -> side.contains("一郎")));
    }

    @Test
    void aRegistrationThatTellsOfSomebodyElseWaits() {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var girl = "見本^さくら^^^^^L^I~ミホン^サクラ^^^^^L^P||20190817|F";
        for (var trigger : List.of("A01", "A04", "A08", "A28", "A31")) {
            assertThat(heard(hospital, message(trigger, "20260501090000", trigger + number, pid(number, girl)))
                            .reason())
                    .as(trigger)
                    .isEqualTo("other-human");
        }
        assertThat(demographicsAt(hospital))
                .extracting(said -> said.familyName())
                .containsExactly("仮名");
    }

    @Test
    void aResultOverTheLineWaitsAndTheMansOwnIsFiled() throws SQLException {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var before = allRows();
        messages.keepCare(hospital, WaysIn.result(number, GIRL).getBytes(UTF_8));
        messages.keepCare(hospital, WaysIn.registration(number, GIRL).getBytes(UTF_8));
        settle(hospital);
        assertThat(allRows()).isEqualTo(before);
        messages.keepCare(hospital, WaysIn.result(number, MAN).getBytes(UTF_8));
        settle(hospital);
        assertThat(allRows()).isEqualTo(before + 1);
    }

    /// A registrar who takes a wrong number would show a girl the records of a man.
    @Test
    void aMergeWithTheNumberOfSomebodyPlainlyElseWaits() {
        var mans = number();
        var girls = number();
        filed(hospital, MAN.papers(mans).profile(), GIRL.papers(girls).profile());
        var girl = "見本^さくら^^^^^L^I~ミホン^サクラ^^^^^L^P||20190817|F";
        for (var merge : List.of(
                message("A40", "20260501090000", "M1" + mans, pid(girls, girl), mrg(mans)),
                message("A24", "20260501090000", "M2" + mans, pid(girls, girl), pid(mans)))) {
            assertThat(heard(hospital, merge).reason()).isEqualTo("other-human");
        }
        assertThat(merges()).isZero();
    }

    /// Parting joins nobody, and of numbers alone the facility's word is enough.
    @Test
    void numbersThatAreMergedWithoutAWordOnWhomOrPartedDoNotWait() {
        var mans = number();
        var girls = number();
        filed(hospital, MAN.papers(mans).profile(), GIRL.papers(girls).profile());
        var girl = "見本^さくら^^^^^L^I~ミホン^サクラ^^^^^L^P||20190817|F";
        assertThat(heard(hospital, message("A40", "20260501090000", "M1" + mans, pid(girls), mrg(mans)))
                        .state())
                .isEqualTo(FileState.ACCEPTED);
        assertThat(merges()).isEqualTo(2);
        assertThat(heard(hospital, message("A37", "20260501100000", "M2" + mans, pid(girls, girl), pid(mans)))
                        .state())
                .isEqualTo(FileState.ACCEPTED);
        assertThat(merges()).isZero();
    }

    /// Nor does it take the place of the man's record, whose order has the same number.
    @Test
    void anOrderNumberUsedAgainReplacesAndDeletesNothingOfTheFormerHolder() throws SQLException {
        var number = number();
        var order = "000000000000001";
        filed(hospital, MAN.papers(number).profile());
        var mans = filed(hospital, MAN.papers(number).results(order, Papers.ast("31", "F")))
                .getFirst();
        var girls = GIRL.papers(number).later(9).results(order, Papers.ast("7", "F"));
        filed(hospital, Papers.flagged(GIRL.papers(number).later(8).results(order, Papers.ast("7", "F")), '0'));
        assertThat(rows(mans)).isPositive();
        var newer = filed(hospital, girls).getFirst();
        assertThat(rows(mans)).isPositive();
        assertThat(rows(newer)).isZero();
        DecidedNumbers.another(desk, number, "別の方", at(hospital, Profession.RECEPTION));
        settle(hospital);
        assertThat(rows(newer)).as("hers").isPositive();
        assertThat(rows(mans)).as("his").isPositive();
        assertThat(list("select distinct patient::text from record where kind <> 0 and state = 1 and facility = "
                        + hospital.value()))
                .hasSize(2);
    }

    /// Messages of one day and one name without a birth date, of two homes: each has its own question.
    @Test
    void anAnswerTakesAlongOnlyWhatTellsTheSame() throws SQLException {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var told = new ToldHuman(GIRLS, null, "F");
        var here = WaysIn.result(number, told).replace("|F\rOBR", "|F|||^^^^730-0001^^H^広島県架空市二丁目２\rOBR");
        var there = WaysIn.result(number, told)
                .replace("|F\rOBR", "|F|||^^^^720-0001^^H^岡山県見本市九丁目９\rOBR")
                .replace("|H1|", "|H2|");
        assertThat(here).isNotEqualTo(there).contains("二丁目");
        var first = filed(hospital, new ReceivedFile("1.hl7", here.getBytes(UTF_8), Door.FILES))
                .getFirst();
        var second = filed(hospital, new ReceivedFile("2.hl7", there.getBytes(UTF_8), Door.FILES))
                .getFirst();
        DecidedNumbers.another(desk, number, "別の方", at(hospital, Profession.RECEPTION));
        settle(hospital);
        assertThat(rows(first)).isPositive();
        assertThat(rows(second)).isZero();
        assertThat(state(hospital, second).reason()).isEqualTo("other-human");
    }

    /// Nameless results beside those that name somebody else: nothing says that they are the holder's.
    @Test
    void whatTellsNobodyWaitsBesideWhatTellsOfSomebodyElse() throws SQLException {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var nobody = new ToldHuman(new PersonName("", "", "", ""), null, "U");
        var night = WaysIn.result(number, nobody).replace("|H1|", "|H0|") + WaysIn.result(number, GIRL);
        var kept = filed(hospital, new ReceivedFile("n.hl7", night.getBytes(UTF_8), Door.FILES))
                .getFirst();
        assertThat(rows(kept)).isZero();
    }

    /// The folder names one number, the message another: by every door the patient master's name decides.
    @Test
    void aMessageInTheFolderOfAnotherNumberWaitsByTheDoorOfFilesToo() {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var girls = GIRL.papers(number).naming(number()).visit();
        var path = MAN.papers(number).visit().path();
        var kept = filed(hospital, new ReceivedFile(path, girls.body(), Door.FILES))
                .getFirst();
        assertThat(state(hospital, kept).reason()).isEqualTo("pid3-other-person");
    }

    /// The desk took the wrong line of its list: birth date alone, or none, is not enough.
    @Test
    void aHandbookThatADeskPutUnderSomebodyElsesNumberWaits() throws SQLException {
        var number = number();
        filed(hospital, MAN.papers(number).profile());
        var reception = at(hospital, Profession.RECEPTION);
        for (var who : List.of(new ToldHuman(GIRLS, BORN_1931, "F"), MAN)) {
            var kept = filed(hospital, WaysIn.handbook(who)).getFirst();
            assertThat(unnamed.name(kept.id(), number, reception)).isEqualTo(NamingResult.NAMED);
            settle(hospital);
            assertThat(rows(kept) > 0).isEqualTo(who.equals(MAN));
            assertThat("other-human".equals(state(hospital, kept).reason())).isEqualTo(!who.equals(MAN));
        }
    }

    /// A visit of somebody who died, told as FHIR, is care after the death.
    @Test
    void namelessFhirOfCareAfterADeathWaits() throws SQLException {
        var number = number();
        filed(
                hospital,
                MAN.papers(number).later(1).died(LocalDate.of(2026, 3, 28)).profile());
        var subject = "{\"identifier\":{\"value\":\"" + number + "\"}}";
        var named = "{\"display\":\"見本　さくら\",\"identifier\":{\"value\":\"" + number + "\"}}";
        for (var about : List.of(subject, named)) {
            var kept = filed(
                            hospital,
                            new ReceivedFile(
                                    "o.json",
                                    WaysIn.observation("n" + about.length(), about, "")
                                            .getBytes(UTF_8),
                                    Door.FILES))
                    .getFirst();
            assertThat(state(hospital, kept).reason()).isEqualTo("other-human");
            assertThat(rows(kept)).isZero();
        }
    }

    private long merges() {
        return db.sql("select count(*) from merged_chart m join patient p on p.id = m.patient where p.facility = ?")
                .param(hospital.value())
                .query(Long.class)
                .single();
    }

    /// What stands of a file in anybody's chart.
    private long rows(InboxReceipt kept) throws SQLException {
        return Long.parseLong(list("select count(*)::text from record where state = 1 and inbox = " + kept.id())
                .getFirst());
    }

    private long allRows() throws SQLException {
        return Long.parseLong(list("select count(*)::text from record where facility = " + hospital.value())
                .getFirst());
    }

    private List<String> list(String sql) throws SQLException {
        try (var connection = owner();
                var result = connection.createStatement().executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
