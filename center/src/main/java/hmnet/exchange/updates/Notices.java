package hmnet.exchange.updates;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.LinkNews;
import hmnet.people.links.ListedChart;
import hmnet.people.links.PatientIndex;
import hmnet.people.patients.SealedNumbers;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which charts' subscribers are still to be told (通知待ち), in the database: a start later it goes on. A
/// notice that is taken comes back by itself when its node falls.
@Component
class Notices {
    private static final int NEWS = 500;
    private static final Duration LEASE = Duration.ofMinutes(2);

    /// After the second try and those that follow.
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private final JdbcClient db;
    private final LinkNews news;
    private final PatientIndex patientIndex;
    private final Subscribers subscribers;
    private final UpdateSettings settings;
    private final Clock clock;
    private final SealedNumbers numbers;

    Notices(
            JdbcClient db,
            LinkNews news,
            PatientIndex patientIndex,
            Subscribers subscribers,
            UpdateSettings settings,
            Clock clock,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.db = db;
        this.news = news;
        this.patientIndex = patientIndex;
        this.subscribers = subscribers;
        this.settings = settings;
        this.clock = clock;
    }

    /// One chart to tell of.
    ///
    /// @param changedAt of the newest change it stands for
    record PendingNotice(FacilityId facility, String number, OffsetDateTime changedAt, int tries) {}

    /// Turns news of links into notices, each chart of a subscriber that is touched once. Returns how many
    /// news there were.
    @Transactional
    public int collect() {
        var taken = news.take(Subscribers.FOLLOWER, NEWS);
        if (taken.isEmpty()) {
            return 0;
        }
        var hearing = subscribers.all().stream().map(Subscriber::facility).collect(Collectors.toSet());
        var touched = new ArrayList<ListedChart>(patientIndex.charts(
                taken.stream().map(LinkNews.News::person).distinct().toList()));
        taken.forEach(one -> patientIndex.chart(one.patient()).ifPresent(touched::add));
        touched.stream()
                .filter(chart -> hearing.contains(chart.facility()))
                .forEach(chart -> add(chart.facility(), chart.number()));
        return taken.size();
    }

    private void add(FacilityId facility, String number) {
        db.sql("""
                        insert into pix_notice (facility, number, changed_at, due_at)
                        values (?, ?, clock_timestamp(), now())
                            on conflict (facility, number) do update
                           set changed_at = excluded.changed_at, due_at = least(pix_notice.due_at, excluded.due_at)""").params(facility.value(), numbers.of(facility, number)).update();
    }

    /// Takes what is due at one facility, the oldest change first.
    @Transactional
    public List<PendingNotice> take(FacilityId facility, int most) {
        return db
                .sql("""
                        update pix_notice set due_at = ?
                         where (facility, number) in (select facility, number from pix_notice
                                                       where facility = ? and due_at <= ?
                                                       order by due_at, number limit ? for update skip locked)
                        returning facility, number, changed_at, tries""")
                .params(now().plus(LEASE), facility.value(), now(), most)
                .query((row, number) -> new PendingNotice(
                        facility,
                        numbers.open(row),
                        row.getObject("changed_at", OffsetDateTime.class),
                        row.getInt("tries")))
                .list()
                .stream()
                .sorted(Comparator.comparing(PendingNotice::changedAt).thenComparing(PendingNotice::number))
                .toList();
    }

    /// Where something is due, the longest waiting first.
    List<FacilityId> due() {
        return db.sql("""
                        select facility from pix_notice where due_at <= ?
                         group by facility order by min(due_at) limit 100""")
                .param(now())
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .list();
    }

    /// It was told, or had nothing new to tell. What changed meanwhile is told at once.
    @Transactional
    public void done(PendingNotice notice, byte[] hash) {
        db.sql("""
                        insert into pix_told (facility, number, hash) values (?, ?, ?)
                            on conflict (facility, number) do update set hash = excluded.hash, at = now()""").params(notice.facility().value(), number(notice), hash).update();
        drop(notice);
        db.sql("update pix_notice set due_at = now(), tries = 0 where facility = ? and number = ?")
                .params(notice.facility().value(), number(notice))
                .update();
    }

    @Transactional
    public void drop(PendingNotice notice) {
        db.sql("delete from pix_notice where facility = ? and number = ? and changed_at <= ?")
                .params(notice.facility().value(), number(notice), notice.changedAt())
                .update();
    }

    /// It was taken and its turn did not come.
    @Transactional
    public void back(PendingNotice notice) {
        db.sql("update pix_notice set due_at = ? where facility = ? and number = ?")
                .params(now(), notice.facility().value(), number(notice))
                .update();
    }

    /// It is tried again, later each time.
    @Transactional
    public void later(PendingNotice notice) {
        var wait = notice.tries() == 0 ? settings.again() : WAITS.get(Math.min(notice.tries(), WAITS.size()) - 1);
        db.sql("update pix_notice set due_at = ?, tries = tries + 1 where facility = ? and number = ?")
                .params(now().plus(wait), notice.facility().value(), number(notice))
                .update();
    }

    /// Whether a facility was told exactly this last.
    boolean known(PendingNotice notice, byte[] hash) {
        return db.sql("select hash from pix_told where facility = ? and number = ?")
                .params(notice.facility().value(), number(notice))
                .query((row, number) -> row.getBytes("hash"))
                .optional()
                .map(told -> MessageDigest.isEqual(told, hash))
                .orElse(false);
    }

    private byte[] number(PendingNotice notice) {
        return numbers.of(notice.facility(), notice.number());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
