package hmnet.record.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/// The functions that expressions of sheets have besides those of FHIRPath (式の関数): sums and means, as SDC writes them.
/// Names mean nothing here; whoever runs an expression gives them.
public class SheetNames implements IHostApplicationServices {
    static final String WIDE = "hmnetWide";
    static final String WATCHED = "hmnetWatched";
    /// Without an exponent: 1E+999999999 is short, and fills any memory once it is written out.
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,100}(?:\\.\\d{1,100})?");
    private static final int VALUES = 50_000;
    private static final int LETTERS = 100_000;
    /// Of all values of more than a few letters that one expression makes.
    private static final long ALL_LETTERS = 20_000_000;
    private static final int FEW_LETTERS = 100;
    private static final int DIGITS = 30;
    private static final int LONGEST = 400;
    private static final int POWER = 99;

    /// Functions of the library that refuse where there is nothing, compute in doubles, tell the time of wherever this
    /// runs, or take whatever number is written: done here instead.
    static final Set<Function> OWN = EnumSet.of(
            Function.Today,
            Function.Now,
            Function.ToDecimal,
            Function.Round,
            Function.Abs,
            Function.Ceiling,
            Function.Floor,
            Function.Truncate,
            Function.Replace,
            Function.Sqrt,
            Function.Power,
            Function.Exp,
            Function.Ln,
            Function.Log);

    private static final Set<String> SUMS = Set.of("sum", "min", "max", "avg");
    private static final Map<String, FunctionDetails> FUNCTIONS = Map.of(
            WIDE,
            new FunctionDetails("more digits", 0, 0),
            WATCHED,
            new FunctionDetails("the same", 0, 0),
            "sum",
            new FunctionDetails("the sum of numbers", 0, 0),
            "min",
            new FunctionDetails("the least number", 0, 0),
            "max",
            new FunctionDetails("the largest number", 0, 0),
            "avg",
            new FunctionDetails("the mean of numbers", 0, 0));

    private long letters;

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        return List.of();
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return true;
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        return FUNCTIONS.get(name);
    }

    @Override
    public @Nullable TypeDetails checkFunction(
            FHIRPathEngine engine, Object scope, String name, TypeDetails focus, List<TypeDetails> parameters) {
        return null;
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine, Object scope, List<Base> focus, String name, List<List<Base>> parameters) {
        return switch (name) {
            case WATCHED -> {
                watch(focus);
                yield focus;
            }
            case WIDE -> focus.stream().map(SheetNames::wide).toList();
            case "today" -> List.of(new DateType(now().toLocalDate().toString()));
            case "now" -> List.of(new DateTimeType(BedsideTime.moment(now())));
            case "toDecimal" ->
                focus.size() == 1
                                && PLAIN.matcher(String.valueOf(focus.getFirst().primitiveValue()))
                                        .matches()
                        ? List.of(new DecimalType(number(focus.getFirst())))
                        : List.of();
            case "replace" -> replaced(focus, parameters);
            // From outside: sums and maths, by their names as sheets write them.
            default -> computed(focus, name, parameters);
        };
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(BedsideTime.JAPAN);
    }

    /// Another expression begins.
    public final void begin() {
        letters = 0;
    }

    /// Looks at what an expression has made so far.
    ///
    /// @throws PathEngineException for more than any sheet needs
    protected void watch(List<Base> made) {
        if (made.size() > VALUES) {
            throw new PathEngineException("more than " + VALUES + " values");
        }
        for (var value : made) {
            var text = value.isPrimitive() ? value.primitiveValue() : null;
            int most = value.hasType("integer", "decimal") ? LONGEST : LETTERS;
            if (text != null && text.length() > most) {
                throw new PathEngineException("a value of more than " + most + " characters");
            }
            letters += text != null && text.length() > FEW_LETTERS ? text.length() : 0;
        }
        if (letters > ALL_LETTERS) {
            throw new PathEngineException("values of more than " + ALL_LETTERS + " characters together");
        }
    }

    /// Counted before it is made: 20,000 letters, each replaced by 20,000, would fill any memory.
    private static List<Base> replaced(List<Base> focus, List<List<Base>> parameters) {
        if (focus.size() != 1 || parameters.stream().anyMatch(parameter -> parameter.size() != 1)) {
            return List.of();
        }
        if (!focus.getFirst().isPrimitive()) {
            throw new PathEngineException("replace in a " + focus.getFirst().fhirType());
        }
        var text = String.valueOf(focus.getFirst().primitiveValue());
        var from = String.valueOf(parameters.getFirst().getFirst().primitiveValue());
        var by = String.valueOf(parameters.getLast().getFirst().primitiveValue());
        long times = from.isEmpty() ? text.length() + 1L : 0;
        for (var at = text.indexOf(from); at >= 0 && !from.isEmpty(); at = text.indexOf(from, at + from.length())) {
            times++;
        }
        if (text.length() + times * (by.length() - from.length()) > LETTERS) {
            throw new PathEngineException("a value of more than " + LETTERS + " characters");
        }
        return List.of(new StringType(text.replace(from, by)));
    }

    private static List<Base> computed(List<Base> focus, String name, List<List<Base>> parameters) {
        var numbers = focus.stream().map(SheetNames::number).toList();
        var by = parameters.isEmpty() || parameters.getFirst().isEmpty()
                ? BigDecimal.ZERO
                : number(parameters.getFirst().getFirst());
        if (numbers.isEmpty()) {
            return List.of();
        }
        var made = result(name, numbers, by);
        if (made.precision() - made.scale() > DIGITS) {
            throw new PathEngineException(name + " of more than " + DIGITS + " digits");
        }
        return List.of(new DecimalType(made));
    }

    private static BigDecimal result(String name, List<BigDecimal> numbers, BigDecimal by) {
        if (SUMS.contains(name)) {
            return switch (name) {
                case "sum" -> sum(numbers);
                case "min" -> numbers.stream().min(BigDecimal::compareTo).orElseThrow();
                case "max" -> numbers.stream().max(BigDecimal::compareTo).orElseThrow();
                // From outside: the last of the names above, as a sheet writes it.
                default -> sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
            };
        }
        if (numbers.size() > 1) {
            throw new PathEngineException(name + " of one number, not of " + numbers.size());
        }
        return one(name, numbers.getFirst(), by);
    }

    private static BigDecimal one(String name, BigDecimal number, BigDecimal by) {
        try {
            return switch (name) {
                case "round" -> number.setScale(places(by), RoundingMode.HALF_UP);
                case "abs" -> number.abs();
                case "ceiling" -> number.setScale(0, RoundingMode.CEILING);
                case "floor" -> number.setScale(0, RoundingMode.FLOOR);
                case "truncate" -> number.setScale(0, RoundingMode.DOWN);
                case "sqrt" -> number.sqrt(MathContext.DECIMAL64);
                case "power" ->
                    by.stripTrailingZeros().scale() <= 0 && by.abs().compareTo(BigDecimal.valueOf(POWER)) <= 0
                            ? number.pow(by.intValue(), MathContext.DECIMAL128)
                            : BigDecimal.valueOf(Math.pow(number.doubleValue(), by.doubleValue()));
                case "exp" -> BigDecimal.valueOf(Math.exp(number.doubleValue()));
                case "ln" -> BigDecimal.valueOf(Math.log(number.doubleValue()));
                case "log" -> BigDecimal.valueOf(Math.log(number.doubleValue()) / Math.log(by.doubleValue()));
                // From outside: a name that is none of OWN.
                default -> throw new PathEngineException("no function " + name);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new PathEngineException(name + " of this number is none");
        }
    }

    private static int places(BigDecimal by) {
        return by.max(BigDecimal.ZERO).min(BigDecimal.valueOf(DIGITS)).intValue();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Base wide(Base value) {
        return value.hasType("integer", "decimal", "unsignedInt", "positiveInt")
                ? new DecimalType(number(value).setScale(DIGITS, RoundingMode.HALF_UP))
                : value;
    }

    private static BigDecimal number(Base value) {
        var digits = String.valueOf(value.primitiveValue());
        try {
            var number = digits.length() <= LONGEST ? new BigDecimal(digits) : null;
            if (number != null && Math.abs(number.scale()) <= LONGEST) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        throw new PathEngineException("not a number: " + value.fhirType());
    }

    @Override
    public @Nullable Base resolveReference(FHIRPathEngine engine, Object scope, String url, Base from) {
        return null;
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object scope, Base item, String url) {
        return false;
    }

    @Override
    public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object scope, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }
}
