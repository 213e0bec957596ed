package hmnet.formats.model.terms;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Equivalents;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The code tables that are loaded (コード表一式), asked in their order. Its tables never change: new editions are a
/// new one.
public final class Terms implements Equivalents {
    public static final Terms NONE = new Terms(List.of());

    /// A network's facilities send the same few thousand codes again and again.
    private static final int REMEMBERED = 20_000;

    private final List<CodeTable> tables;
    private final Map<List<Code>, List<Code>> known = new ConcurrentHashMap<>();

    public Terms(List<CodeTable> tables) {
        this.tables = List.copyOf(tables);
    }

    public List<CodeTable> tables() {
        return tables;
    }

    /// Those that explain the codes of a facility: everybody's and its own.
    ///
    /// @param codes its 医療機関コード, former ones too
    public Terms forFacility(Set<String> codes) {
        return new Terms(tables.stream()
                .filter(table -> table.edition().facility().isEmpty()
                        || codes.contains(table.edition().facility()))
                .toList());
    }

    @Override
    public List<Code> of(List<Code> sent) {
        if (tables.isEmpty() || sent.isEmpty()) {
            return List.of();
        }
        var found = known.get(sent);
        if (found == null) {
            found = sent.stream().anyMatch(code -> contradicted(code).isPresent())
                    ? List.of()
                    : translation(sent).same();
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(List.copyOf(sent), found);
        }
        return found;
    }

    /// Nothing follows from a code whose sent name is another thing's.
    @Override
    public Optional<Code> contradicted(Code sent) {
        return sent.isSent() && !sent.display().isBlank()
                ? tables.stream()
                        .flatMap(table -> table.contradicted(sent).stream())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /// @param sent all codes of one thing
    public Translation translation(List<Code> sent) {
        return new TranslationSearch(tables).of(sent);
    }

    /// What all of them take in memory, in bytes.
    public long memory() {
        return tables.stream().mapToLong(CodeTable::memory).sum();
    }

    /// What the tables say of a thing's codes (対応づけの結果).
    ///
    /// @param same certain, one in each system; and names for codes sent without one
    /// @param candidates where a system has several, or none that follows: for a human to choose from, never taken
    public record Translation(List<Code> same, List<Code> candidates) {}

    /// Which edition of a code table a file is (コード表の版): as the folder's `terms.csv` says, and what was read.
    ///
    /// @param layout of its columns, from `layouts.csv`
    /// @param date of which it is
    /// @param source who gives it out
    /// @param facility 医療機関コード of the facility whose codes it explains; empty for everybody's
    public record Edition(
            String file, String layout, String version, LocalDate date, String source, String facility, String sha256) {
        /// As codes that it gives say it.
        public String label() {
            return layout + " " + version;
        }
    }
}
