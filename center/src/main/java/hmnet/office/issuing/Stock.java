package hmnet.office.issuing;

import hmnet.consent.cards.StaffTrace;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What cards are made of (番号の範囲と券面): the digits an organisation's numbers begin with, and the
/// designs that print batches choose from.
@Component
class Stock {
    private static final int LOCK_SPACE = 7011;
    private final JdbcClient db;
    private final Audit audit;

    Stock(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// A range that was given to an organisation: it may have several, one after the other.
    ///
    /// @param issued how many cards of it were issued
    public record NumberRange(
            FacilityId facility,
            String prefix,
            LocalDate since,
            @Nullable LocalDate until,
            long issued) {}

    public List<NumberRange> ranges() {
        return db.sql("""
                        select r.facility, r.prefix, r.since, r.until,
                               (select count(*) from card c
                                 where c.issued_from = r.facility and c.number like r.prefix || '%') as issued
                          from issuing_range r order by r.prefix limit 500""")
                .query((row, number) -> new NumberRange(
                        new FacilityId(row.getLong("facility")),
                        row.getString("prefix"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getLong("issued")))
                .list();
    }

    /// Gives an organisation its digits from today, instead of those it had; false where they overlap what
    /// another has or ever had, so that no two organisations' numbers meet. The office draws from all digits:
    /// who issued a card stands with the card.
    ///
    /// @param prefix one to four digits
    @Transactional
    public boolean give(FacilityId facility, String prefix, Requester by) {
        db.sql("select pg_advisory_xact_lock(?, 0)").param(LOCK_SPACE).query(row -> {});
        var taken = db.sql("""
                        select exists (select from issuing_range
                                        where facility <> :facility
                                          and (prefix like :prefix || '%' or :prefix like prefix || '%'))""")
                .param("facility", facility.value())
                .param("prefix", prefix)
                .query(Boolean.class)
                .single();
        if (taken) {
            return false;
        }
        db.sql("""
                        update issuing_range set until = (now() at time zone 'Asia/Tokyo')::date
                         where facility = ? and coalesce(until, 'infinity') > (now() at time zone 'Asia/Tokyo')::date""").param(facility.value()).update();
        db.sql("""
                        insert into issuing_range (facility, prefix) values (?, ?)
                            on conflict (prefix) do update set until = null, given_at = now()""").params(facility.value(), prefix).update();
        tell("range-given", Map.of("facility", Long.toString(facility.value()), "prefix", prefix), by);
        return true;
    }

    /// The last day on which numbers of a range are issued; null takes it back.
    ///
    /// @return whether there is such a range
    @Transactional
    public boolean endRange(String prefix, @Nullable LocalDate until, Requester by) {
        var ended = db.sql("update issuing_range set until = ? where prefix = ?")
                        .param(until)
                        .param(prefix)
                        .update()
                == 1;
        if (ended) {
            tell("range-ended", Map.of("prefix", prefix, "until", said(until)), by);
        }
        return ended;
    }

    /// A design with the days on which batches may choose it.
    ///
    /// @param cards how many cards were ordered in it
    public record CardDesign(
            String word,
            String name,
            LocalDate since,
            @Nullable LocalDate until,
            long cards) {
        /// Whether a batch of this day may choose it.
        public boolean on(LocalDate day) {
            return !since.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    public List<CardDesign> designs() {
        return db.sql("""
                        select d.*, (select count(*) from print_batch b join print_card c on c.batch = b.id
                                      where b.design = d.word) as cards
                          from card_design d order by d.word = 'standard' desc, d.since, d.word limit 500""")
                .query((row, number) -> new CardDesign(
                        row.getString("word"),
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getLong("cards")))
                .list();
    }

    /// @return whether the word is new
    @Transactional
    public boolean addDesign(String word, String name, LocalDate since, @Nullable LocalDate until, Requester by) {
        var isNew =
                db.sql("insert into card_design (word, name, since, until) values (?, ?, ?, ?) on conflict do nothing")
                                .param(word)
                                .param(name)
                                .param(since)
                                .param(until)
                                .update()
                        == 1;
        if (isNew) {
            tell("design-added", Map.of("design", word), by);
        }
        return isNew;
    }

    /// The last day on which a design is chosen; null takes it back.
    ///
    /// @return whether there is such a design
    @Transactional
    public boolean endDesign(String word, @Nullable LocalDate until, Requester by) {
        var ended = db.sql("update card_design set until = ? where word = ?")
                        .param(until)
                        .param(word)
                        .update()
                == 1;
        if (ended) {
            tell("design-ended", Map.of("design", word, "until", said(until)), by);
        }
        return ended;
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private void tell(String outcome, Map<String, String> detail, Requester by) {
        audit.write(StaffTrace.of(Action.CARD_DATA_CHANGED, by, null, outcome, detail));
    }
}
