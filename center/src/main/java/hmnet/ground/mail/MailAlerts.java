package hmnet.ground.mail;

import hmnet.ground.database.ColumnWord;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The alerts that wait for a mail (警報メールの待ち行列). One is written in the transaction of what it tells of, so it is
/// neither lost nor told of what did not happen; it is sent at least once.
@Component
public class MailAlerts {
    static final int AT_ONCE = 100;

    /// Whoever sends them has so long; then they are anybody's again.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int WORDS_MAX = 300;

    private final JdbcClient db;
    private final MailSettings settings;

    MailAlerts(JdbcClient db, MailSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /// One that waits.
    ///
    /// @param number of what it tells of; nothing of a person
    record WaitingAlert(long id, MailAlertKind kind, long number, OffsetDateTime at) {}

    /// How it goes.
    ///
    /// @param failure why the last try came to nothing, or null
    record MailState(
            long waiting,
            @Nullable OffsetDateTime oldest,
            @Nullable OffsetDateTime lastSent,
            @Nullable String failure) {}

    /// Nothing where no mail server is set.
    ///
    /// @param number of what it tells of, by which it is found on its page
    @Transactional
    public void raise(MailAlertKind kind, long number) {
        if (settings.on()) {
            db.sql("insert into mail_alert (kind, number) values (?, ?)")
                    .params(kind.word(), number)
                    .update();
        }
    }

    /// Takes what is due, for one mail: nothing so soon after the last one.
    @Transactional
    List<WaitingAlert> take() {
        return db.sql("""
                        update mail_alert set next_at = now() + make_interval(secs => :lease)
                         where id in (select id from mail_alert
                                       where sent_at is null and next_at <= now()
                                         and not exists (select from mail_alert last
                                                          where last.sent_at > now() - make_interval(secs => :gap))
                                       order by id limit :most for update skip locked)
                        returning id, kind, number, at""")
                .param("lease", LEASE.toSeconds())
                .param("gap", settings.gap().toMillis() / 1_000.0)
                .param("most", AT_ONCE)
                .query((row, number) -> new WaitingAlert(
                        row.getLong("id"),
                        ColumnWord.read(row, "kind", MailAlertKind.class),
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    /// @param refused whom the server did not take them for; empty where all got them
    @Transactional
    void sent(List<WaitingAlert> alerts, String refused) {
        db.sql("update mail_alert set sent_at = now(), failure = nullif(:refused, '') where id = any (:ids)")
                .param("refused", cut(refused))
                .param("ids", ids(alerts))
                .update();
        db.sql("delete from mail_alert where sent_at < now() - interval '90 days'")
                .update();
    }

    /// They come again after 15 s, 30 s, 1, 2, 4, 8 minutes, then every 10.
    @Transactional
    void failed(List<WaitingAlert> alerts, String why) {
        db.sql("""
                        update mail_alert
                           set tries = tries + 1, failure = :why,
                               next_at = now() + least(interval '10 minutes', interval '15 seconds' * power(2, least(tries, 10)))
                         where id = any (:ids)""").param("why", cut(why)).param("ids", ids(alerts)).update();
    }

    MailState state() {
        return db.sql("""
                        select count(*) filter (where sent_at is null) as waiting,
                               min(at) filter (where sent_at is null) as oldest,
                               max(sent_at) as last_sent,
                               coalesce((select failure from mail_alert where sent_at is null and failure is not null
                                          order by next_at desc limit 1),
                                        (select failure from mail_alert where sent_at is not null
                                          order by sent_at desc limit 1)) as failure
                          from mail_alert""")
                .query((row, number) -> new MailState(
                        row.getLong("waiting"),
                        row.getObject("oldest", OffsetDateTime.class),
                        row.getObject("last_sent", OffsetDateTime.class),
                        Optional.ofNullable(row.getString("failure")).orElse(null)))
                .single();
    }

    private static String cut(String words) {
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
    }

    private static Long[] ids(List<WaitingAlert> alerts) {
        return alerts.stream().map(WaitingAlert::id).toArray(Long[]::new);
    }
}
