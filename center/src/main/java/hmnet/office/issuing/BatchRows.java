package hmnet.office.issuing;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.office.issuing.BatchesScreen.DesignChoice;
import hmnet.office.issuing.BatchesScreen.WaitingCard;
import hmnet.office.issuing.PrintBatch.PrintedCard;
import hmnet.people.links.SealedPersons;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of print batches (印刷バッチの表).
@Component
class BatchRows {
    static final int CARDS_MAX = 200;
    private static final String OPEN_CARDS = """
             from hm_card c join person_with_patients p on p.id = c.person
            where c.printable and not exists (select from print_card b where b.number = c.number and b.state <> 'destroyed')
            """;

    private final JdbcClient db;
    private final SealedPersons persons;

    BatchRows(JdbcClient db, SealedPersons persons) {
        this.db = db;
        this.persons = persons;
    }

    List<DesignChoice> designs() {
        return db.sql("""
                        select word, name from card_design
                         where since <= (now() at time zone 'Asia/Tokyo')::date and coalesce(until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
                         order by word = 'standard' desc, word""")
                .query((row, n) -> new DesignChoice(row.getString("word"), row.getString("name")))
                .list();
    }

    long waitingCount() {
        return db.sql("select count(distinct c.number)" + OPEN_CARDS)
                .query(Long.class)
                .single();
    }

    /// Those issued last first, at most `CARDS_MAX`.
    List<WaitingCard> waiting() {
        return db.sql("""
                        select distinct on (c.issued_at, c.number) c.number, p.id, p.regional_id, p.shown, c.issue
                        """ + OPEN_CARDS + " order by c.issued_at desc, c.number limit " + CARDS_MAX)
                .query((row, n) -> {
                    var holder = persons.read(row, n);
                    return new WaitingCard(row.getString("number"), holder.name(), holder.kana(), row.getInt("issue"));
                })
                .list();
    }

    List<String> printable(Collection<String> numbers) {
        return db.sql("select distinct c.number" + OPEN_CARDS + " and c.number = any(?) order by c.number limit "
                        + CARDS_MAX)
                .param(numbers.toArray(String[]::new))
                .query((row, n) -> row.getString("number"))
                .list();
    }

    void tell(long batch, String number, CardState state, @Nullable String checked, Requester by) {
        db.sql("insert into print_card_event (batch, number, state, checked, by) values (?, ?, ?, ?, ?)")
                .params(batch, number, state.word())
                .param(checked)
                .param(by.staff().value())
                .update();
    }

    /// Open ones first, then the newest.
    List<PrintBatch> all() {
        return db
                .sql("select id from print_batch order by closed_at is not null, id desc limit 50")
                .query((row, n) -> row.getLong("id"))
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    Optional<PrintBatch> find(long id) {
        return db.sql("""
                        select b.*, d.name as design_name, (b.made_at at time zone 'Asia/Tokyo')::date as made_on
                          from print_batch b join card_design d on d.word = b.design where b.id = ?""").param(id).query((row, n) -> batch(row, cards(id))).optional();
    }

    private List<PrintedCard> cards(long batch) {
        return db.sql("""
                        select distinct b.number, p.id, p.regional_id, p.shown, c.issue, b.state, c.printable as works
                          from print_card b join hm_card c on c.number = b.number
                          join person_with_patients p on p.id = c.person
                         where b.batch = ?""").param(batch).query(this::printed).list().stream()
                .sorted(Comparator.comparing(PrintedCard::kana).thenComparing(PrintedCard::number))
                .toList();
    }

    private PrintedCard printed(ResultSet row, int number) throws SQLException {
        var holder = persons.read(row, number);
        return new PrintedCard(
                row.getString("number"),
                holder.name(),
                holder.kana(),
                row.getInt("issue"),
                ColumnWord.read(row, "state", CardState.class),
                row.getBoolean("works"));
    }

    private static PrintBatch batch(ResultSet row, List<PrintedCard> cards) throws SQLException {
        var counter = row.getObject("counted_by", Long.class);
        return new PrintBatch(
                row.getLong("id"),
                row.getString("design_name"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("file_taken_at") != null,
                row.getObject("counted", Integer.class),
                counter == null ? null : new StaffId(counter),
                row.getString("difference_why"),
                row.getObject("closed_at") != null,
                cards);
    }
}
