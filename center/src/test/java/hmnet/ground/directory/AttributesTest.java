package hmnet.ground.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.exchange.callers.Domains;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Attributes.AttributeResult;
import hmnet.ground.directory.FacilityScreen.FormerName;
import hmnet.ground.routes.Right;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What facilities are called from which day on, and the operators' page of it.
class AttributesTest extends Ward {
    private static final AtomicInteger CODES = new AtomicInteger(3_499_000);
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/facilities");

    @Autowired
    private Attributes attributes;

    @Autowired
    private Domains domains;

    @Autowired
    private FacilitiesPage page;

    @Autowired
    private SuccessionPage succession;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private static String code() {
        return "341" + CODES.incrementAndGet();
    }

    @Test
    void whatAFacilityIsCalledTomorrowItIsNotCalledToday() {
        var hospital = hospital();
        var former = facilities.get(hospital).code();
        assertThat(attributes.add(hospital, new FormerName(today.plusDays(1), code(), "明日の病院", "見本会"), office()))
                .isEqualTo(AttributeResult.DONE);
        assertThat(facilities.get(hospital).code()).isEqualTo(former);
        assertThat(attributes.add(hospital, new FormerName(today.plusDays(1), code(), "他の病院", ""), office()))
                .as("nothing is overwritten")
                .isEqualTo(AttributeResult.DAY_TAKEN);
    }

    @Test
    void whatIsEnteredForADayToComeIsTakenOutAgainAndWhatHoldsIsNot() {
        var hospital = hospital();
        var wrong = code();
        attributes.add(hospital, new FormerName(today.plusDays(1), wrong, "誤りの病院", ""), office());
        assertThat(attributes.withdraw(hospital, today.plusDays(1), office())).isTrue();
        assertThat(attributes.withdraw(hospital, today.plusDays(1), office())).isFalse();
        assertThat(attributes.withdraw(hospital, today, office())).isFalse();
        assertThat(attributes.of(hospital)).hasSize(1);
        assertThat(attributes.add(hospital(), new FormerName(today.plusDays(1), wrong, "見本病院", ""), office()))
                .as("the code is free again")
                .isEqualTo(AttributeResult.DONE);
    }

    @Test
    void onItsDayItIsCalledSoAndOneThatCannotBeTurnedHoldsUpNoOther() {
        var first = older();
        var second = older();
        var taken = facilities.get(hospital()).code();
        var fresh = code();
        for (var due : List.of(Map.entry(first, taken), Map.entry(second, fresh))) {
            db.sql("insert into facility_attributes (facility, since, code, name) values (?, ?, ?, '改まった病院')")
                    .params(due.getKey().value(), today, due.getValue())
                    .update();
        }
        attributes.turn();
        assertThat(facilities.get(second).code()).isEqualTo(fresh);
        assertThat(facilities.get(second).name()).isEqualTo("改まった病院");
        assertThat(facilities.get(first).name()).isNotEqualTo("改まった病院");
        asOwner("update facility_attributes set code = '" + code() + "' where code = '" + taken + "' and facility = "
                + first.value());
        attributes.turn();
        assertThat(facilities.get(first).name()).isEqualTo("改まった病院");
    }

    @Test
    void aCodeThatIsToBeAnothersCannotBeRegisteredBeforeItsDay() {
        var code = code();
        attributes.add(hospital(), new FormerName(today.plusDays(3), code, "見本病院", ""), office());
        var newcomer = facilities.get(hospital());
        assertThatThrownBy(() -> facilities.register(
                        new Facility(
                                new FacilityId(0),
                                code,
                                newcomer.kind(),
                                "別の病院",
                                "",
                                "",
                                "",
                                newcomer.direction(),
                                "HM",
                                false,
                                null),
                        ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Where the database stands in another zone, its own day is another one for nine hours.
    @Test
    void whoWorksSomewhereTodayIsCountedInDaysOfJapan() {
        var leaving = doctor();
        var left = doctor();
        for (var until : List.of(Map.entry(leaving, today), Map.entry(left, today.minusDays(1)))) {
            db.sql("update staff set until = ? where id = ?")
                    .params(until.getValue(), until.getKey().staff().value())
                    .update();
        }
        assertThat(staff.byLogin(leaving.login())).isPresent();
        assertThat(staff.byLogin(left.login())).isEmpty();
        assertThat(db.sql("select pg_get_viewdef('requester'::regclass)")
                        .query(String.class)
                        .single())
                .contains("Asia/Tokyo")
                .doesNotContainIgnoringCase("current_date");
        assertThat(attributes.of(hospital())).extracting(FormerName::since).containsExactly(today);
    }

    @Test
    void whatIsRefusedIsShownAgainAsItWasTyped() {
        var hospital = hospital();
        var clerk = office();
        var taken = facilities.get(hospital()).code();
        var refused = page.describe(hospital.value(), today.toString(), taken, "打ち直す病院", "打ち直す会", clerk, FRAME);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains(taken, "打ち直す病院", "打ち直す会", "ほかの施設のもの");
        var again = page.describe(hospital.value(), today.toString(), code(), "見本病院", "", clerk, FRAME);
        assertThat(again.getBody()).contains("その日の登録がすでにあります");
        assertThat(page.describe(hospital.value(), today.toString(), " ", "見本病院", "", clerk, FRAME)
                        .getBody())
                .contains("id=\"e-code\"", "コードを 10 字以内で");
        assertThat(page.describe(-1, today.toString(), code(), "見本病院", "", clerk, FRAME)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(location(page.withdraw(hospital.value(), today, clerk))).endsWith("problem=come");
        assertThat(attributes.of(hospital)).hasSize(1);
    }

    @Test
    void theFormBeginsWithWhatHoldsSoThatNothingIsErasedUnseen() {
        var hospital = hospital();
        attributes.add(hospital, new FormerName(today.plusDays(1), code(), "明日の病院", "明日の会"), office());
        assertThat(page.show(hospital.value(), null, office(), FRAME).getBody())
                .containsPattern("name=\"owner\"[^>]*value=\"見本会\"");
    }

    @Test
    void numbersUnderAFormerCodeAreFoundAndTheCodeIsNobodyElses() {
        var hospital = older();
        var former = facilities.get(hospital).code();
        var fresh = code();
        assertThat(attributes.add(hospital, new FormerName(today, fresh, "見本記念病院", "見本会"), office()))
                .isEqualTo(AttributeResult.DONE);
        assertThat(facilities.get(hospital).name()).isEqualTo("見本記念病院");
        for (var code : List.of(former, fresh)) {
            assertThat(facilities.byCode(code).map(Facility::id)).contains(hospital);
        }
        assertThat(attributes.codesOf(hospital)).contains(former, fresh);
        await(() -> domains.find(former).isPresent());
        assertThat(domains.find(former))
                .hasValueSatisfying(domain -> assertThat(domain.facility()).isEqualTo(hospital));
        assertThat(attributes.add(hospital(), new FormerName(today.plusDays(2), former, "別の病院", ""), office()))
                .isEqualTo(AttributeResult.CODE_TAKEN);
    }

    /// Registered some time ago.
    private FacilityId older() {
        var hospital = hospital();
        asOwner("update facility_attributes set since = since - 30 where facility = " + hospital.value());
        return hospital;
    }

    private void asOwner(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void operatorsAloneComeToThePageAndAnotherOneAgrees() {
        var before = hospital();
        var after = facilities.get(hospital());
        var clerk = office();
        assertThat(clerk.may(Right.OPERATE)).isTrue();
        assertThat(at(before, Profession.DOCTOR).may(Right.OPERATE)).isFalse();
        assertThat(at(before, Profession.RECEPTION).may(Right.OPERATE)).isFalse();
        assertThat(location(succession.ask(
                        clerk.facility().value(),
                        after.code(),
                        today.toString(),
                        List.of(),
                        "predecessor",
                        "合意書",
                        clerk,
                        FRAME)))
                .endsWith("problem=own");
        var asked = succession.ask(
                before.value(),
                after.code(),
                today.toString(),
                List.of("records", "relations"),
                "successor",
                "合意書",
                clerk,
                FRAME);
        assertThat(location(asked)).isEqualTo("/office/facilities/" + before.value());
        var shown = page.show(before.value(), null, clerk, FRAME).getBody();
        assertThat(shown).contains(after.name(), "2 人目の確認待ち", "自分の申請を自分で確かめることはできません");
        var id = Objects.requireNonNull(db.sql("select max(id) from facility_succession where facility = ?")
                .param(before.value())
                .query(Long.class)
                .single());
        assertThat(location(succession.agree(id, clerk))).endsWith("problem=same-person");
        assertThat(page.show(before.value(), null, office(), FRAME).getBody()).contains("確認して登録する");
        assertThat(location(succession.agree(id, office()))).doesNotContain("problem");
        assertThat(page.show(before.value(), null, clerk, FRAME).getBody()).contains("登録済み", "この承継を取り消す");
        assertThat(page.list(FRAME).getBody()).contains(after.name());
        assertThat(page.show(-1, null, clerk, FRAME).getStatusCode().value()).isEqualTo(404);
    }

    private static String location(org.springframework.http.ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }
}
