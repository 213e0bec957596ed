package hmnet.office.issuing;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.StaffTrace;
import hmnet.formats.base.SheetText;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Batches of cards to print, and what became of each card (カードの印刷と数合わせ). A batch closes when it
/// adds up, or when a second person accepts the difference.
@Component
class Batches {
    /// What is on the printer's file: what stands on the card and no more.
    private static final String HEADER = "カード番号,氏名,版,QR,デザイン";

    private final JdbcClient db;
    private final BatchRows rows;
    private final Cards cards;
    private final Audit audit;

    Batches(JdbcClient db, BatchRows rows, Cards cards, Audit audit) {
        this.db = db;
        this.rows = rows;
        this.cards = cards;
        this.audit = audit;
    }

    /// Orders these cards in a design of today; those that stand in a batch already, no longer work, or
    /// belong to a protected person stay out.
    ///
    /// @return the batch, or nothing where no card was left or the design is not of today
    @Transactional
    public Optional<Long> order(Collection<String> numbers, String design, Requester by) {
        if (rows.designs().stream().noneMatch(known -> known.word().equals(design))) {
            return Optional.empty();
        }
        var printable = rows.printable(numbers);
        if (printable.isEmpty()) {
            return Optional.empty();
        }
        var batch = db.sql("insert into print_batch (design, made_by) values (?, ?) returning id")
                .params(design, by.staff().value())
                .query(Long.class)
                .single();
        printable.forEach(number -> {
            db.sql("insert into print_card (batch, number) values (?, ?)")
                    .params(batch, number)
                    .update();
            rows.tell(batch, number, CardState.ORDERED, null, by);
        });
        audit.write(StaffTrace.of(
                Action.CARDS_ORDERED,
                by,
                null,
                "ordered",
                Map.of("batch", Long.toString(batch), "cards", Integer.toString(printable.size()))));
        return Optional.of(batch);
    }

    /// The printer's file (CSV, UTF-8 with a byte order mark). Each taking is in the log.
    @Transactional
    public Optional<String> file(long id, Requester by) {
        var batch = rows.find(id);
        batch.ifPresent(found -> {
            db.sql("update print_batch set file_taken_at = now() where id = ?")
                    .param(id)
                    .update();
            audit.write(StaffTrace.of(
                    Action.CARD_FILE_TAKEN,
                    by,
                    null,
                    found.fileTaken() ? "again" : "taken",
                    Map.of(
                            "batch",
                            Long.toString(id),
                            "cards",
                            Integer.toString(found.cards().size()))));
        });
        return batch.map(found -> "\uFEFF" + HEADER + "\r\n"
                + found.cards().stream()
                        .filter(PrintBatch.PrintedCard::works)
                        .map(card -> line(card, found.design()))
                        .collect(Collectors.joining()));
    }

    private String line(PrintBatch.PrintedCard card, String design) {
        var number = new CardNumber(card.number());
        return SheetText.line(
                List.of(number.printed(), card.name(), Integer.toString(card.issue()), cards.qrOf(number), design));
    }

    /// Writes what became of a card.
    ///
    /// @param checked how the identity was checked; needed when it is handed over
    /// @return whether that may follow
    @Transactional
    public boolean move(long id, String number, CardState to, String checked, Requester by) {
        var card = rows.find(id).filter(batch -> !batch.closed()).stream()
                .flatMap(batch -> batch.cards().stream())
                .filter(known -> known.number().equals(number))
                .findFirst();
        if (card.isEmpty()
                || !card.get().next().contains(to)
                || to == CardState.HANDED_OVER && !checked.matches("photo|known|questions")) {
            return false;
        }
        var moved = db.sql("update print_card set state = ? where batch = ? and number = ? and state = ?")
                .params(to.word(), id, number, card.get().state().word())
                .update();
        if (moved == 1) {
            rows.tell(id, number, to, to == CardState.HANDED_OVER ? checked : null, by);
            audit.write(StaffTrace.of(
                    Action.CARD_MOVED, by, holder(number), to.word(), Map.of("batch", Long.toString(id))));
        }
        return moved == 1;
    }

    private PersonId holder(String number) {
        return new PersonId(db.sql("select person from hm_card where number = ?")
                .param(number)
                .query(UUID.class)
                .single());
    }

    /// The result of closing a batch.
    public enum ClosingResult {
        CLOSED,
        /// It does not add up: a second person has to accept the difference.
        WAITS_FOR_SECOND,
        /// The second is the first.
        SAME_PERSON,
        /// There is no such open batch, or no word why it differs.
        REFUSED
    }

    /// Counts what is there, and closes the batch where it adds up.
    @Transactional
    public ClosingResult count(long id, int counted, String why, Requester by) {
        var batch = rows.find(id).filter(found -> !found.closed());
        if (batch.isEmpty() || counted < 0) {
            return ClosingResult.REFUSED;
        }
        var states =
                batch.get().cards().stream().map(PrintBatch.PrintedCard::state).toList();
        var difference = Reconciliation.of(states, counted).difference();
        if (difference != 0 && why.isBlank()) {
            return ClosingResult.REFUSED;
        }
        db.sql("update print_batch set counted = ?, counted_by = ?, difference_why = ? where id = ?")
                .params(counted, by.staff().value(), difference == 0 ? "" : why.strip(), id)
                .update();
        if (difference == 0) {
            close(id, difference, by);
            return ClosingResult.CLOSED;
        }
        return ClosingResult.WAITS_FOR_SECOND;
    }

    /// A second person accepts the difference.
    @Transactional
    public ClosingResult accept(long id, Requester by) {
        var batch = rows.find(id).filter(found -> !found.closed() && found.countedBy() != null);
        if (batch.isEmpty()) {
            return ClosingResult.REFUSED;
        }
        if (by.staff().equals(batch.get().countedBy())) {
            return ClosingResult.SAME_PERSON;
        }
        close(id, batch.get().reconciliation().difference(), by);
        return ClosingResult.CLOSED;
    }

    private void close(long id, int difference, Requester by) {
        db.sql("update print_batch set closed_at = now(), closed_by = ? where id = ?")
                .params(by.staff().value(), id)
                .update();
        audit.write(StaffTrace.of(
                Action.CARD_BATCH_CLOSED,
                by,
                null,
                difference == 0 ? "adds-up" : "difference-accepted",
                Map.of("batch", Long.toString(id), "difference", Integer.toString(difference))));
    }
}
