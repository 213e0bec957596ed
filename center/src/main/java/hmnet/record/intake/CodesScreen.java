package hmnet.record.intake;

import java.time.LocalDate;
import java.util.List;

/// How far what facilities send has a standard code (コードの対応状況), and the tables that explain the others.
///
/// @param own the reader's own facility alone
/// @param since the first day of the months counted
record CodesScreen(
        boolean own, LocalDate since, List<Table> tables, List<RefusedTable> refused, List<CodesLine> lines) {
    /// A code table that is in use.
    ///
    /// @param facility the facility whose codes alone it explains, by 医療機関コード; empty for everybody's
    /// @param leftOut lines that could not be read
    public record Table(
            String layout, String version, LocalDate date, String source, String facility, int rows, int leftOut) {}

    /// A file of the folder that is no table.
    ///
    /// @param words why, and what helps
    public record RefusedTable(String file, String words, String text) {}

    /// One facility, its shares by field.
    public record CodesLine(
            String name, String code, String phone, List<CodeShareLine> shares, List<UnmappedCodeLine> unmapped) {}

    /// The things of one field.
    ///
    /// @param field jlac10, yj or icd10
    public record CodeShareLine(String field, long seen, long standard, long translated) {
        public long mapped() {
            return standard + translated;
        }

        /// In hundredths, never 100 while one is left.
        public long percent() {
            return seen == 0 ? 0 : mapped() * 100 / seen;
        }
    }

    /// A code nobody explains.
    ///
    /// @param explained today's tables do, for what is filed from now on
    /// @param candidates how many codes it might be
    public record UnmappedCodeLine(
            String field, String system, String code, String display, long seen, boolean explained, int candidates) {}
}
