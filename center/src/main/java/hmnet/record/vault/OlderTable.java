package hmnet.record.vault;

import org.springframework.jdbc.core.JdbcTemplate;

/// Seals what earlier versions wrote readable in one table or family of tables (旧行の封印).
public interface OlderTable {
    boolean owns(String relation);

    /// Seals the rows of the old form, and no others: it may have been cut off before.
    ///
    /// @param owner the owner's connection; each batch is a transaction of its own
    void seal(JdbcTemplate owner, String relation);
}
