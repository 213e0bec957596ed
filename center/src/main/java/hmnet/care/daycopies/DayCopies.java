package hmnet.care.daycopies;

import hmnet.care.devicecopies.CopyLooks;
import hmnet.care.devicecopies.HandedCopy;
import hmnet.care.devicecopies.SentLook;
import hmnet.care.labsheet.ResultDays;
import hmnet.care.summary.FirstLooks;
import hmnet.care.today.TodaysPatients;
import hmnet.care.today.TodaysPatients.TodaysPatient;
import hmnet.care.viewer.ChartFrames;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a device of a facility keeps of today's patients until the end of a shift (本日の控え). Each chart is opened like
/// any
/// other, with its own decision and event, in the transaction that hands the copy over.
@Component
class DayCopies {
    /// The longest shift.
    static final Duration LONGEST = Duration.ofHours(14);

    private static final int MOST = 60;

    private final JdbcClient db;
    private final TodaysPatients patients;
    private final Charts charts;
    private final Decisions decisions;
    private final Protections protections;
    private final FirstLooks firstLooks;
    private final ChartFrames chartFrames;
    private final CopyLooks looks;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    DayCopies(
            JdbcClient db,
            TodaysPatients patients,
            Charts charts,
            Decisions decisions,
            Protections protections,
            FirstLooks firstLooks,
            ChartFrames chartFrames,
            CopyLooks looks,
            Audit audit,
            Pages pages,
            Clock clock) {
        this.db = db;
        this.patients = patients;
        this.charts = charts;
        this.decisions = decisions;
        this.protections = protections;
        this.firstLooks = firstLooks;
        this.chartFrames = chartFrames;
        this.looks = looks;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// What a device is handed (端末に渡す控え).
    ///
    /// @param left so many of the list are not among them: closed, protected, or more than a set holds
    record DaySet(OffsetDateTime at, OffsetDateTime until, List<DayCopy> copies, int left) {}

    /// One person's (一人分の控え).
    ///
    /// @param number the facility's own chart number, or empty
    /// @param html as a page shows it
    record DayCopy(UUID copy, String name, String kana, String birth, String number, String html) {}

    /// Hands the set over.
    ///
    /// @param until the end of the shift
    DaySet hand(Requester by, OffsetDateTime until, Frame frame) {
        forget();
        var at = OffsetDateTime.now(clock);
        var listed = patients.shown(by);
        var copies = new ArrayList<DayCopy>();
        for (var one : listed) {
            if (copies.size() < MOST && one.person() != null && one.tied() && !protections.isProtected(one.person())) {
                copy(by, one, one.person(), until, frame).ifPresent(copies::add);
            }
        }
        return new DaySet(at, until, List.copyOf(copies), listed.size() - copies.size());
    }

    /// What was handed over a quarter of a year ago stands in the log alone.
    private void forget() {
        db.sql("delete from day_copy where until < now() - interval '90 days'").update();
    }

    private Optional<DayCopy> copy(
            Requester by, TodaysPatient one, PersonId person, OffsetDateTime until, Frame frame) {
        return charts.open(by, person, Purpose.TREATMENT, ChartView.DAY_COPY, opening -> switch (opening) {
                    case Opening.Opened(var chart) -> Optional.of(handed(by, chart, until, frame));
                    case Opening.Closed closed -> Optional.<HandedPage>empty();
                })
                .map(page -> new DayCopy(
                        page.copy(),
                        one.name(),
                        one.kana(),
                        one.birth() == null ? "" : frame.m().birth(one.birth()),
                        one.number(),
                        pages.render("care/daycopies/person", frame, Map.of("page", page.screen()))));
    }

    private record HandedPage(UUID copy, DayScreen screen) {}

    private HandedPage handed(Requester by, Chart chart, OffsetDateTime until, Frame frame) {
        var id = UUID.randomUUID();
        var person = chart.person().id().value();
        db.sql("insert into day_copy (id, person, staff, facility, until) values (?, ?, ?, ?, ?)")
                .params(id, person, by.staff().value(), by.facility().value(), until)
                .update();
        audit.write(by.did(
                Action.DAY_COPY_HANDED,
                person,
                "handed",
                Map.of("copy", id.toString(), "until", until.toInstant().toString())));
        var m = frame.m();
        return new HandedPage(
                id,
                new DayScreen(
                        chart.person(),
                        firstLooks.of(chart, m),
                        ResultDays.recent(chart, chartFrames.today(), chartFrames::name, m),
                        chartFrames.erased(chart),
                        chart.untold(),
                        chartFrames.now()));
    }

    /// Whether the requester was handed a set within the last half minute: a button pressed twice fills no log.
    boolean handedJustNow(Requester by) {
        return db.sql("""
                        select exists (select from day_copy
                                        where facility = ? and staff = ? and until > now() and at > now() - interval '30 seconds')""")
                .params(by.facility().value(), by.staff().value())
                .query(Boolean.class)
                .single();
    }

    /// Those of the facility that still stand, decided anew: a device drops all others. Nothing is shown by it.
    @Transactional
    List<UUID> standing(Requester by) {
        var opens = new HashMap<PersonId, Boolean>();
        return db
                .sql("select id, person from day_copy where facility = ? and until > now() limit 10000")
                .param(by.facility().value())
                .query((row, number) -> new StandingDayCopy(
                        row.getObject("id", UUID.class), new PersonId(row.getObject("person", UUID.class))))
                .list()
                .stream()
                .filter(one -> opens.computeIfAbsent(one.person(), person -> opens(by, person)))
                .map(StandingDayCopy::copy)
                .toList();
    }

    private record StandingDayCopy(UUID copy, PersonId person) {}

    private boolean opens(Requester by, PersonId person) {
        return !protections.isProtected(person) && decisions.decide(by, person, Purpose.TREATMENT) instanceof Granted;
    }

    /// A look at a copy.
    ///
    /// @return false for a copy that the facility was never handed
    @Transactional
    boolean looked(Requester by, SentLook look) {
        looks.forget();
        var handed = db.sql("select * from day_copy where id = ? and facility = ?")
                .params(look.copy(), by.facility().value())
                .query((row, number) -> new HandedCopy(
                        look.copy(),
                        row.getObject("person", UUID.class),
                        row.getLong("staff"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("until", OffsetDateTime.class)))
                .optional();
        handed.ifPresent(copy -> looks.note(by, look, copy, Action.DAY_COPY_LOOKED));
        return handed.isPresent();
    }
}
