package hmnet.exchange;

import hmnet.directory.FacilityId;
import hmnet.identity.LinkNews;
import java.util.List;
import java.util.Optional;
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
            db.sql("delete from pix_notice where facility = ?")
                    .param(subscriber.facility().value())
                    .update();
        }
    }

    public Optional<Subscriber> find(FacilityId facility) {
        return all().stream().filter(one -> one.facility().equals(facility)).findFirst();
    }

    /// Those who hear.
    public List<Subscriber> all() {
        return db.sql("""
                        select facility, host, port, path, application, name, domains, active
                          from pix_subscriber where active order by facility limit 5000""")
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
