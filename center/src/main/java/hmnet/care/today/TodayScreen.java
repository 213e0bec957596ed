package hmnet.care.today;

import hmnet.care.viewer.Glance;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.IdentityCheck;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Today's patients, and how one comes onto the list (今日の患者の画面).
///
/// @param problem why nothing was added, as in `today.problem.…`, or null
/// @param told who was added or taken off, or null
/// @param found whom a search found; null where none was made
/// @param check what a reception looked at
record TodayScreen(
        LocalDate today,
        List<TodayLine> lines,
        List<AnnouncedLine> announced,
        @Nullable String problem,
        @Nullable String told,
        String number,
        CounterSearch search,
        String check,
        @Nullable List<FoundLine> found) {
    /// One on the list.
    ///
    /// @param path the chart's address; null for one who opens no charts, and where none opens
    /// @param glance what there is to see; null where no chart opens to the reader
    record TodayLine(
            long row,
            String person,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            int age,
            String sex,
            boolean tied,
            @Nullable String path,
            @Nullable Glance glance) {}

    /// A patient of whom a message told.
    record AnnouncedLine(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String sex) {}

    /// Somebody found without a card: what a reception may see, no more.
    ///
    /// @param linked whether the facility cares for the person already
    record FoundLine(String ticket, String name, String kana, LocalDate birth, String town, boolean linked) {}

    static List<String> checks() {
        return java.util.Arrays.stream(IdentityCheck.values())
                .map(IdentityCheck::word)
                .toList();
    }

    /// Whether what is wrong stands in the field of the chart number.
    boolean inNumber() {
        return "no-chart".equals(problem) || "number-my-number".equals(problem);
    }
}
