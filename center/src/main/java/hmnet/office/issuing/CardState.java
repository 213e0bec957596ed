package hmnet.office.issuing;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a printed card is (印刷カードの状態).
enum CardState implements ColumnWord {
    /// 印刷会社に頼んだ.
    ORDERED,
    /// 届いた.
    PRINTED,
    /// 不良.
    DAMAGED,
    /// 手渡した.
    HANDED_OVER,
    /// 戻った.
    RETURNED,
    /// 廃棄した.
    DESTROYED;

    /// What may become of it next.
    public List<CardState> next() {
        return switch (this) {
            case ORDERED -> List.of(PRINTED, DAMAGED, DESTROYED);
            case PRINTED -> List.of(HANDED_OVER, DAMAGED, RETURNED, DESTROYED);
            case DAMAGED -> List.of(DESTROYED);
            case HANDED_OVER -> List.of(RETURNED);
            case RETURNED -> List.of(HANDED_OVER, DESTROYED);
            case DESTROYED -> List.of();
        };
    }

    /// Whether it should be in the hand of the office.
    boolean stillThere() {
        return Set.of(ORDERED, PRINTED, DAMAGED).contains(this);
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<CardState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
