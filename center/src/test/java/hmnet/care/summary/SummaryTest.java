package hmnet.care.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.labsheet.LatestResult.ResultChange;
import hmnet.care.summary.SinceVisit.KindSince;
import hmnet.care.summary.SummaryScreen.OpenQuestion;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/// The first page of a chart, from rows that hospitals sent.
class SummaryTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/summary");

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Summaries summaries;

    @Autowired
    private SummaryLooks looks;

    /// So many days after the papers' own day is a few days ago.
    private static int lately() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        return (int) ChronoUnit.DAYS.between(LocalDate.of(2026, 4, 1), today) - 3;
    }

    private SummaryScreen screen(Requester reader, PersonId person) {
        return charts.open(reader, person, Purpose.TREATMENT, ChartView.SUMMARY, opening -> switch (opening) {
            case Opening.Opened(var chart) -> summaries.screen(chart, reader, SummaryPlan.GENERAL, FRAME);
            case Opening.Closed(var reason) -> throw new IllegalStateException(reason.name());
        });
    }

    /// Somebody whom two hospitals treat, and a doctor with a tie.
    private record Shared(PersonId person, FacilityId first, String number, FacilityId second, String other) {}

    private Shared shared(Requester reader) {
        var first = hospital();
        var second = hospital();
        var number = number();
        var other = number();
        var person = resident(ConsentChoice.EVERYTHING, first, number);
        relations.tie(at(second, Profession.RECEPTION), person, other);
        relations.begin(reader, person, RelationOrigin.CARD);
        return new Shared(person, first, number, second, other);
    }

    @Test
    void whatTwoHospitalsSentStandsOnOnePage() {
        var doctor = doctor();
        var one = shared(doctor);
        var then = Papers.of(one.number()).later(lately() - 30);
        var now = Papers.of(one.number()).later(lately());
        filed(
                one.first(),
                now.profile(),
                now.visit(),
                now.diagnoses(Papers.diagnosis("P1", "心房細動", "I48")),
                then.results("R1", Papers.ast("21", "F")),
                now.results("R2", Papers.ast("44", "F")),
                now.prescription("O1", new CodedText("103835402", "ワーファリン錠１ｍｇ", "HOT9")),
                now.prescription("O2", "ロキソプロフェンＮａ錠６０ｍｇ「見本」"));
        filed(
                one.second(),
                Papers.of(one.other())
                        .later(lately())
                        .prescription("O3", new CodedText("103835403", "ロキソニン錠60mg", "HOT9")));
        var screen = screen(doctor, one.person());
        assertThat(screen.problems().open()).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("心房細動");
            assertThat(problem.onset()).isEqualTo("2026/02/27");
        });
        assertThat(screen.medicines().lines())
                .extracting(line -> line.name() + line.duplicate())
                .containsExactlyInAnyOrder("ワーファリン錠１ｍｇfalse", "ロキソプロフェンＮａ錠６０ｍｇ「見本」true", "ロキソニン錠60mgtrue");
        assertThat(screen.visits().lines()).isNotEmpty();
        assertThat(screen.questions()).extracting(OpenQuestion::kind).containsSubsequence("bleeding", "duplicate");
        var page = chartPages.show(
                doctor,
                one.person(),
                FRAME,
                ChartView.SUMMARY,
                chart -> summaries.screen(chart, doctor, SummaryPlan.GENERAL, FRAME));
        assertThat(page.getBody()).contains("心房細動", "抗凝固薬", "重複", "処方箋ではありません", "担当");
    }

    @Test
    void aPharmacistSeesTestsOfTheLiverWithTheValueBefore() {
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        var one = shared(pharmacist);
        filed(
                one.first(),
                Papers.of(one.number()).later(lately() - 30).results("R1", Papers.ast("21", "F")),
                Papers.of(one.number()).later(lately()).results("R2", Papers.ast("44", "F"), Papers.protein("7.1")));
        var screen = screen(pharmacist, one.person());
        assertThat(screen.columns().getFirst()).doesNotContain(SummaryPlan.SummaryPanel.VISITS);
        assertThat(screen.results().lines()).singleElement().satisfies(line -> {
            assertThat(line.word()).isEqualTo("ast");
            assertThat(line.result().latest().cell().value()).isEqualTo("44");
            assertThat(line.result().change()).isEqualTo(ResultChange.UP);
        });
    }

    @Test
    void whatWasFiledSinceTheLastSittingIsNewToThisReaderAlone() {
        var doctor = doctor();
        var one = shared(doctor);
        filed(one.first(), Papers.of(one.number()).later(lately()).visit());
        assertThat(screen(doctor, one.person()).fresh().since())
                .as("first look")
                .isNull();
        looks.read(doctor, one.person());
        assertThat(screen(doctor, one.person()).fresh().count()).isZero();
        filed(one.second(), Papers.of(one.other()).later(lately()).prescription("O9", "アムロジピン錠５ｍｇ"));
        var fresh = screen(doctor, one.person()).fresh();
        assertThat(fresh.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.title()).contains("アムロジピン"));
        assertThat(screen(doctor, one.person()).fresh().count())
                .as("a page that is loaded again")
                .isOne();
        var colleague = doctor();
        relations.begin(colleague, one.person(), RelationOrigin.CARD);
        assertThat(screen(colleague, one.person()).fresh().since()).isNull();
        looks.read(doctor, one.person());
        assertThat(screen(doctor, one.person()).fresh().count()).isZero();
    }

    @Test
    void whatOthersRecordedSinceTheLastVisitHereIsCountedAndLinked() {
        var one = shared(doctor());
        var doctor = at(one.second(), Profession.DOCTOR);
        relations.begin(doctor, one.person(), RelationOrigin.CARD);
        assertThat(screen(doctor, one.person()).fresh().visit())
                .as("no visit here was received")
                .isNull();
        var day = lately() - 20;
        filed(one.second(), Papers.of(one.other()).later(day).visit());
        filed(
                one.first(),
                Papers.of(one.number()).later(day).prescription("S0", "アムロジピン錠５ｍｇ"),
                Papers.of(one.number()).later(day + 1).prescription("S1", "アムロジピン錠５ｍｇ"),
                Papers.of(one.number()).later(day + 9).prescription("S2", "アムロジピン錠２．５ｍｇ"),
                Papers.of(one.number()).later(day + 9).results("S3", Papers.ast("21", "F")));
        var visit = Objects.requireNonNull(screen(doctor, one.person()).fresh().visit());
        assertThat(visit.day()).isEqualTo(LocalDate.of(2026, 4, 1).plusDays(day));
        assertThat(visit.kinds())
                .extracting(KindSince::kind, KindSince::count)
                .contains(tuple(RecordKind.PRESCRIPTION, 2));
        assertThat(visit.kinds().getFirst().path()).contains("/timeline?period=3m&kind=");
        filed(one.second(), Papers.of(one.other()).later(lately()).visit());
        var now = screen(doctor, one.person());
        assertThat(Objects.requireNonNull(now.fresh().visit()).kinds())
                .as("seen here after all that")
                .isEmpty();
    }

    @Test
    void whoHasNoTieLearnsNothingAndLeavesNoLook() {
        var doctor = doctor();
        var one = shared(doctor);
        var before = looked();
        var answer = chartPages.show(
                doctor(),
                one.person(),
                FRAME,
                ChartView.SUMMARY,
                chart -> summaries.screen(chart, doctor, SummaryPlan.GENERAL, FRAME));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        looks.read(doctor(), one.person());
        assertThat(looked()).isEqualTo(before);
    }

    private long looked() {
        return db.sql("select count(*) from summary_look").query(Long.class).single();
    }

    /// The figure stands in the log: what a summary costs, from the decision to the screen.
    @Test
    void aSummaryOfSomeHundredRowsIsDrawnAtOnce() {
        var doctor = doctor();
        var one = shared(doctor);
        var files = new java.util.ArrayList<hmnet.record.inbox.ReceivedFile>();
        for (var week = 0; week < 40; week++) {
            var papers = Papers.of(one.number()).later(lately() - 7 * week);
            files.add(papers.results("R" + week, Papers.ast("21", "F"), Papers.protein("7.0")));
            files.add(papers.prescription("O" + week, "アムロジピン錠５ｍｇ"));
            files.add(papers.prescription("W" + week, "ワーファリン錠１ｍｇ"));
        }
        filed(one.first(), files.toArray(hmnet.record.inbox.ReceivedFile[]::new));
        var took = new long[120];
        for (var round = 0; round < took.length; round++) {
            var begun = System.nanoTime();
            screen(doctor, one.person());
            took[round] = (System.nanoTime() - begun) / 1_000;
        }
        var warm = Arrays.stream(took).skip(40).sorted().toArray();
        LoggerFactory.getLogger(SummaryTest.class)
                .info("A summary of 160 rows: median {} µs, 95 % within {} µs", warm[40], warm[75]);
        assertThat(warm[40]).as("median in µs").isLessThan(200_000);
    }
}
