package hmnet.people.relinking;

import hmnet.ground.keys.Keys;
import hmnet.people.arrivals.SubjectRows;
import hmnet.people.matching.KeyedSearch;
import hmnet.people.matching.Weights;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole region matched at once (一括名寄せ・名寄せ直し), beside a centre at work: its first load, or again
/// after the weights changed. Sure links are made in bulk; whatever a human has spoken about, or ought to,
/// goes the way of an arriving chart. No link is ever taken back.
public final class Relinking {
    private static final int JOINS = 500;
    private static final int WAITING = 1000;
    private final DataSource source;
    private final Weights weights;
    private final Consumer<String> told;
    private final TransactionTemplate transaction;
    private final JdbcTemplate db;
    private final MatchQueue queue;
    private final Keys keys;
    private final SubjectRows rows;

    /// @param source the database as its owner sees it
    /// @param keys those of the centre: the database alone tells nobody's name
    public Relinking(DataSource source, Keys keys, Weights weights, Consumer<String> told) {
        this.keys = keys;
        this.rows = new SubjectRows(keys);
        this.source = source;
        this.weights = weights;
        this.told = told;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.db = new JdbcTemplate(source);
        this.queue = new MatchQueue(db);
    }

    /// What would change. Nothing does.
    public RelinkPlan plan() {
        var moment = new TransactionTemplate(new JdbcTransactionManager(source));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        var matchSnapshot = Objects.requireNonNull(moment.execute(status -> new MatchSnapshot(db, rows)));
        return new RelinkPlan(matchSnapshot, matchSnapshot.roll.match(weights, told));
    }

    /// Makes the links, a few at a time between which the centre goes on matching. Broken off and begun again, it goes
    /// on where it was.
    ///
    /// @param made takes the persons made, in the transaction that makes them
    /// @return how many charts were linked
    public int apply(RelinkPlan plan, Consumer<List<PersonId>> made) {
        var bulk = new BulkLinks(db, keys, plan);
        var links = each("joined", plan.joins, JOINS, joins -> {
            var done = bulk.link(joins);
            made.accept(done.persons());
            return done.links();
        });
        var bulkKeys = new BulkKeys(db, rows, new KeyedSearch(keys));
        each("ready to be found", plan.matchSnapshot.waiting, WAITING, waiting -> {
            bulkKeys.keep(waiting);
            return 0;
        });
        each("left to be matched one by one", List.copyOf(plan.oneByOne), WAITING, left -> {
            queue.add(left.stream()
                    .filter(key -> key.startsWith("p"))
                    .map(key -> Long.valueOf(key.substring(1)))
                    .toList());
            queue.addPersons(left.stream()
                    .filter(key -> key.startsWith("n"))
                    .map(key -> PersonId.valueOf(key.substring(1)))
                    .toList());
            return 0;
        });
        transaction.executeWithoutResult(status -> bulk.answered());
        return links;
    }

    private <T> int each(String what, List<T> all, int size, ToIntFunction<List<T>> act) {
        var done = 0;
        for (var from = 0; from < all.size(); from += size) {
            var some = all.subList(from, Math.min(all.size(), from + size));
            done += Objects.requireNonNull(transaction.execute(status -> {
                queue.alone();
                return act.applyAsInt(some);
            }));
            if (from / size % 100 == 0) {
                told.accept(from + " of " + all.size() + " " + what);
            }
        }
        return done;
    }
}
