package hmnet.exchange.personquery;

import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Identifier;
import java.util.List;
import java.util.stream.Stream;

/// One page of an answer, being cut from all that were found (応答の一頁): who is on it is decided, and goes
/// into the log, as it is made.
public final class Page {
    private final List<Domain> wanted;
    private final List<String> told;
    private final int most;
    private int total;
    private int left;

    /// @param wanted whose numbers the caller wants; none = all. Who has none of these is not told of
    /// @param told those on the pages before
    public Page(List<Domain> wanted, List<String> told, int most) {
        this.wanted = List.copyOf(wanted);
        this.told = List.copyOf(told);
        this.most = most;
    }

    /// Those who stand on this page.
    public List<Candidate> cut(List<Candidate> all) {
        var fitting = all.stream().filter(this::hasWanted).toList();
        var fresh = fitting.stream()
                .filter(candidate -> !told.contains(key(candidate)))
                .toList();
        var page = fresh.subList(0, Math.min(most, fresh.size()));
        total = fitting.size();
        left = fresh.size() - page.size();
        return page;
    }

    /// All that were found, on whatever page.
    public int total() {
        return total;
    }

    /// Those for later pages.
    public int left() {
        return left;
    }

    /// The numbers of a candidate that are told.
    public List<Identifier> numbers(Candidate candidate) {
        return candidate.identifiers().stream().filter(this::isWanted).toList();
    }

    /// Who was told of, after this page.
    public List<String> toldAfter(List<Candidate> page) {
        return Stream.concat(told.stream(), page.stream().map(Page::key)).toList();
    }

    private boolean hasWanted(Candidate candidate) {
        return wanted.isEmpty() || candidate.identifiers().stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(Identifier number) {
        return wanted.isEmpty() || wanted.contains(number.domain());
    }

    /// Not the numbers: somebody may have none, and they may change between pages.
    private static String key(Candidate candidate) {
        return candidate.person() == null ? "chart " + candidate.chart() : "person " + candidate.person();
    }
}
