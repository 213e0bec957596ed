package hmnet.people.links;

import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who was linked or parted since one last looked (紐付けの変化): written with each link event while somebody
/// follows, whoever made it.
@Component
public class LinkNews {
    private final JdbcClient db;

    LinkNews(JdbcClient db) {
        this.db = db;
    }

    /// A patient linked to a person, or taken from them. Which of both has to be looked up: it may have
    /// changed since.
    public record News(PatientId patient, PersonId person) {}

    /// From now on all news are kept for this follower.
    @Transactional
    public void follow(String follower) {
        db.sql("insert into link_follower (follower) values (?) on conflict do nothing")
                .param(follower)
                .update();
    }

    @Transactional
    public void unfollow(String follower) {
        db.sql("delete from link_follower where follower = ?").param(follower).update();
        db.sql("delete from link_news where follower = ?").param(follower).update();
    }

    /// Takes the oldest news. They are gone when the caller's transaction commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<News> take(String follower, int most) {
        return db
                .sql("""
                        delete from link_news
                         where id in (select id from link_news where follower = ? order by id limit ?
                                         for update skip locked)
                        returning patient, person""")
                .params(follower, most)
                .query((row, number) -> new News(
                        new PatientId(row.getLong("patient")), new PersonId(row.getObject("person", UUID.class))))
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
