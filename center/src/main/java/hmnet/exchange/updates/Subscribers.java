package hmnet.exchange.updates;

import hmnet.ground.directory.FacilityId;
import hmnet.people.links.LinkNews;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The facilities that hear of changed cross-references (通知先の一覧).
@Component
public class Subscribers {
    public static final String FOLLOWER = "iti10";
    private final JdbcClient db;
    private final LinkNews news;

    Subscribers(JdbcClient db, LinkNews news) {
        this.db = db;
        this.news = news;
    }

    /// Enters a subscriber, or changes one. One that is switched off hears nothing, and nothing waits for it.
    @Transactional
    public void enter(Subscriber subscriber) {
        db.sql("""
                        insert into pix_subscriber (facility, host, port, path, application, name, domains, active)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (facility) do update
                           set host = excluded.host, port = excluded.port, path = excluded.path,
                               application = excluded.application, name = excluded.name,
                               domains = excluded.domains, active = excluded.active""")
                .params(
                        subscriber.facility().value(),
                        subscriber.host(),
                        subscriber.port(),
                        subscriber.path(),
                        subscriber.application(),
                        subscriber.name(),
                        subscriber.domains().toArray(String[]::new),
                        subscriber.active())
                .update();
        if (subscriber.active()) {
            news.follow(FOLLOWER);
        } else {
            forget(subscriber.facility());
        }
    }

    /// Switches one off. False when it was off already, or never entered.
    @Transactional
    public boolean silence(FacilityId facility) {
        var silenced = db.sql("update pix_subscriber set active = false where facility = ? and active")
                        .param(facility.value())
                        .update()
                == 1;
        forget(facility);
        return silenced;
    }

    private void forget(FacilityId facility) {
        db.sql("delete from pix_notice where facility = ?")
                .param(facility.value())
                .update();
    }

    public Optional<Subscriber> find(FacilityId facility) {
        return all().stream().filter(one -> one.facility().equals(facility)).findFirst();
    }

    /// Those who hear.
    public List<Subscriber> all() {
        return entered().stream().filter(Subscriber::active).toList();
    }

    /// What waits for a subscriber.
    ///
    /// @param charts how many of its charts are to be told of
    /// @param oldest since when the longest waits, or null
    /// @param tries how often the one tried most was tried
    public record SubscriberBacklog(long charts, @Nullable OffsetDateTime oldest, int tries) {}

    public SubscriberBacklog waiting(FacilityId facility) {
        return db.sql("""
                        select count(*) as charts, min(changed_at) as oldest, coalesce(max(tries), 0) as tries
                          from pix_notice where facility = ?""")
                .param(facility.value())
                .query((row, number) -> new SubscriberBacklog(
                        row.getLong("charts"), row.getObject("oldest", OffsetDateTime.class), row.getInt("tries")))
                .single();
    }

    /// Those who hear, and those who are switched off.
    public List<Subscriber> entered() {
        return db.sql("""
                        select facility, host, port, path, application, name, domains, active
                          from pix_subscriber order by facility limit 5000""")
                .query((row, number) -> new Subscriber(
                        new FacilityId(row.getLong("facility")),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getString("path"),
                        row.getString("application"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("domains").getArray()),
                        row.getBoolean("active")))
                .list();
    }
}
