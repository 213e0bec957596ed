package hmnet.care.vitals;

import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.Quantity;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One value that was measured, or was to be (測定の一件).
///
/// @param sign null for what no table knows
/// @param unit as it is shown
record VitalMeasurement(LabValue value, @Nullable VitalSign sign, String unit) {
    /// How readers of messages begin the words for why there is no value.
    private static final String ABSENT = "結果なし（";

    /// Of a check-up only what stands beside vital signs: it has a page of its own.
    static List<VitalMeasurement> of(List<LabValue> values) {
        return values.stream()
                .map(value -> new VitalMeasurement(
                        value,
                        VitalSign.of(value).orElse(null),
                        VitalUnits.of(value.item().unit())))
                .filter(each -> each.value.entry().kind() == RecordKind.VITAL || each.sign != null)
                .toList();
    }

    OffsetDateTime at() {
        return value.item().at();
    }

    /// What shares its column: a value in another unit stands in another one.
    Optional<VitalColumn> column() {
        return Optional.ofNullable(sign).map(known -> new VitalColumn(known.column(), unit));
    }

    /// The number that a curve may take: a settled one, not `<90`.
    Optional<Double> number() {
        return Optional.of(value)
                .filter(LabValue::counts)
                .flatMap(it -> Quantity.of(it.item().value()))
                .filter(Quantity::exact)
                .map(Quantity::number);
    }

    /// Whether it was to be measured and there is no value (未実施・拒否・測定不能). What was taken back or is still to
    /// come is something else.
    boolean missed() {
        var order = value.order().state();
        return switch (value.state()) {
            case NOT_OBTAINED, NOT_DONE -> true;
            case FINAL, PRELIMINARY, CORRECTED, UNKNOWN ->
                value.item().value().isBlank() || order == CareState.NOT_DONE || order == CareState.REFUSED;
            case PENDING, WITHDRAWN -> order == CareState.NOT_DONE || order == CareState.REFUSED;
        };
    }

    /// What is to be known of it, in words: why there is no value stands first.
    String told(Messages m) {
        var absent = value.item().notes().stream().filter(note -> note.startsWith(ABSENT));
        var told = Stream.concat(absent, Stream.of(state(m)))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
        return told.isEmpty() && value.item().value().isBlank() ? m.t("vitals.no-value") : told;
    }

    private String state(Messages m) {
        if (value.state() != LabState.NOT_OBTAINED) {
            return value.told(m);
        }
        var said = value.item().notes().stream().anyMatch(note -> note.startsWith(ABSENT));
        var order = value.order().state().isCurrent() ? "" : value.told(m);
        return said ? order : order.isEmpty() ? m.t("vitals.not-obtained") : order;
    }

    /// All other words of the sender.
    List<String> notes() {
        return value.item().notes().stream()
                .filter(note -> !note.startsWith(ABSENT))
                .toList();
    }

    boolean is(VitalSign other) {
        return Objects.equals(sign, other);
    }

    /// Two pressures are one where this agrees: what JLAC10 calls the first and the second measuring.
    String turn() {
        var code = value.item().jlac10().isEmpty()
                ? value.item().code()
                : value.item().jlac10();
        return code.startsWith("9A7") && code.length() > 4 ? code.substring(4, 5) : "";
    }

    /// A column of the table (経過表の列).
    ///
    /// @param sign the end of the key of its name
    record VitalColumn(String sign, String unit) {}
}
