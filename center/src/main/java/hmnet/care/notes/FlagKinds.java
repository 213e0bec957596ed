package hmnet.care.notes;

import hmnet.formats.base.Table;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which flags there are (フラグの一覧), from `flag-kinds.csv`: who may set one, for how long, with which words beside it.
final class FlagKinds {
    private static final List<FlagKind> ALL = Table.read(FlagKinds.class, "flag-kinds.csv").stream()
            .map(FlagKind::of)
            .toList();

    private FlagKinds() {}

    /// Whether words stand beside a flag (補足の要否).
    enum FlagWords {
        NO,
        MAY,
        MUST
    }

    /// A kind of flag (フラグの種別).
    ///
    /// @param professions who may set it; nothing for everybody
    /// @param days proposed
    /// @param most days at most
    record FlagKind(String word, Set<Profession> professions, int days, int most, FlagWords words) {
        private static FlagKind of(List<String> line) {
            return new FlagKind(
                    line.get(0),
                    line.get(1).equals("*")
                            ? Set.of()
                            : Arrays.stream(line.get(1).split(" "))
                                    .map(Profession::of)
                                    .collect(Collectors.toUnmodifiableSet()),
                    Integer.parseInt(line.get(2)),
                    Integer.parseInt(line.get(3)),
                    FlagWords.valueOf(line.get(4).toUpperCase(Locale.ROOT)));
        }

        boolean setBy(Profession profession) {
            return professions.isEmpty() || professions.contains(profession);
        }

        /// Why a flag cannot be set so, as in `notes.problem.…`; null where it can.
        @Nullable
        String objection(Profession by, String detail, LocalDate until, LocalDate today) {
            if (!setBy(by)) {
                return "profession";
            }
            if (until.isBefore(today) || until.isAfter(today.plusDays(most))) {
                return "until";
            }
            return switch (words) {
                case NO -> detail.isEmpty() ? null : "detail-none";
                case MAY -> null;
                case MUST -> detail.isEmpty() ? "detail" : null;
            };
        }
    }

    static List<FlagKind> all() {
        return ALL;
    }

    static Optional<FlagKind> of(String word) {
        return ALL.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }
}
