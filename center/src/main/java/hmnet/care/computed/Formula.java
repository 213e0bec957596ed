package hmnet.care.computed;

import hmnet.formats.base.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A formula over values of one sample (計算式). What it takes stands in `inputs.csv`, which sent value makes it
/// needless in `sent.csv`; the formula itself and its source are said in the module's page and on the screen.
public enum Formula {
    /// 推算糸球体濾過量: 194 × Cr^-1.094 × age^-0.287, for women × 0.739; adults alone (日本腎臓学会).
    EGFR("mL/min/1.73m2", "renal", 1) {
        @Override
        double result(Map<String, Double> in, Body body) {
            var men = 194 * Math.pow(value(in, "creatinine"), -1.094) * Math.pow(body.age(), -0.287);
            return body.sex() == Sex.FEMALE ? men * 0.739 : men;
        }

        @Override
        boolean holds(Map<String, Double> in, Body body) {
            return body.age() >= ADULT && body.sex() != Sex.UNKNOWN && value(in, "creatinine") > 0;
        }
    },
    /// 補正カルシウム: Ca + (4 − Alb), where albumin is below 4 g/dL (Payne).
    CORRECTED_CALCIUM("mg/dL", "renal", 1) {
        @Override
        double result(Map<String, Double> in, Body body) {
            return value(in, "calcium") + NORMAL_ALBUMIN - value(in, "albumin");
        }

        @Override
        boolean holds(Map<String, Double> in, Body body) {
            return value(in, "albumin") < NORMAL_ALBUMIN;
        }
    },
    /// non-HDLコレステロール: total − HDL.
    NON_HDL("mg/dL", "lipids", 0) {
        @Override
        double result(Map<String, Double> in, Body body) {
            return value(in, "total-cholesterol") - value(in, "hdl-cholesterol");
        }

        @Override
        boolean holds(Map<String, Double> in, Body body) {
            return value(in, "total-cholesterol") >= value(in, "hdl-cholesterol");
        }
    };

    private static final int ADULT = 18;
    private static final double NORMAL_ALBUMIN = 4;

    private static final Map<Formula, List<FormulaInput>> INPUTS = byFormula("inputs.csv", FormulaInput::of);
    private static final Map<Formula, List<String>> SENT = byFormula("sent.csv", row -> row.get(1));

    private final String unit;
    private final String group;
    private final int decimals;

    Formula(String unit, String group, int decimals) {
        this.unit = unit;
        this.group = group;
        this.decimals = decimals;
    }

    /// Of whom the values are (計算に使う人の情報).
    ///
    /// @param age in whole years on the day of the sample
    public record Body(int age, Sex sex) {}

    /// Sex as a formula asks for it (性別).
    public enum Sex {
        MALE,
        FEMALE,
        UNKNOWN;

        public static Sex of(String word) {
            return switch (word) {
                case "male" -> MALE;
                case "female" -> FEMALE;
                // From outside: whatever else a register says.
                default -> UNKNOWN;
            };
        }
    }

    /// One value that a formula takes (計算の入力).
    public record FormulaInput(String word, Predicate<String> code, String material, List<String> units) {
        private static FormulaInput of(List<String> row) {
            return new FormulaInput(
                    row.get(1),
                    code -> code.startsWith(row.get(2)),
                    row.get(3),
                    List.of(row.get(4).toLowerCase(Locale.ROOT).split("[|]", -1)));
        }

        public boolean takes(String jlac10, String of, String inUnit) {
            return code.test(jlac10) && material.equals(of) && units.contains(inUnit.toLowerCase(Locale.ROOT));
        }
    }

    abstract double result(Map<String, Double> in, Body body);

    abstract boolean holds(Map<String, Double> in, Body body);

    /// The value as it is shown, or nothing where an input is missing or the formula does not hold.
    public Optional<String> of(Map<String, Double> in, Body body) {
        if (inputs().stream().anyMatch(input -> !in.containsKey(input.word())) || !holds(in, body)) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(result(in, body))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    public List<FormulaInput> inputs() {
        return INPUTS.getOrDefault(this, List.of());
    }

    /// Whether a facility sent with this code what the formula would give.
    public boolean isSentAs(String jlac10) {
        return SENT.getOrDefault(this, List.of()).stream().anyMatch(jlac10::startsWith);
    }

    /// The rows of a table, each with the word of its formula in front.
    private static <T> Map<Formula, List<T>> byFormula(String table, Function<List<String>, T> reading) {
        var rows = Table.read(Formula.class, table);
        return Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        formula -> rows.stream()
                                .filter(row -> row.getFirst().equals(formula.word()))
                                .map(reading)
                                .toList()));
    }

    public String unit() {
        return unit;
    }

    /// The word of the group on the sheet that its values stand in.
    public String group() {
        return group;
    }

    /// The word in keys, tables and addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double value(Map<String, Double> in, String word) {
        return Objects.requireNonNull(in.get(word));
    }
}
