package hmnet.record.sheets;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/// An expression of a sheet (式), which comes from a file: short, of functions whose cost is known, of names that are
/// known.
public final class SheetExpression {
    static final int LONGEST = 2_000;
    private static final int NESTED = 30;
    private static final int LOOPS = 3;

    /// Names of what an expression may start from, besides the sheet's own variables.
    static final Set<String> NAMES = Set.of("resource", "rootResource", "context", "patient", "ucum", "loinc", "sct");

    /// What the engine has and no sheet may use: patterns (they can take for ever), what looks elsewhere, what repeats
    /// without a bound.
    private static final Set<Function> BARRED = EnumSet.of(
            Function.Matches,
            Function.MatchesFull,
            Function.ReplaceMatches,
            Function.Aggregate,
            Function.MemberOf,
            Function.Trace,
            Function.DefineVariable,
            Function.Check,
            Function.Resolve,
            Function.ToQuantity,
            Function.LowBoundary,
            Function.HighBoundary,
            Function.ConformsTo,
            Function.HtmlChecks1,
            Function.HtmlChecks2,
            Function.Encode,
            Function.Decode,
            Function.Escape,
            Function.Unescape,
            Function.hasTemplateIdOf);

    private static final Set<Function> LOOPING =
            EnumSet.of(Function.Where, Function.Select, Function.All, Function.Exists, Function.Repeat, Function.Sort);
    private static final Pattern VALUE = Pattern.compile("value[A-Z][A-Za-z]+");
    private static final Pattern NAME = Pattern.compile("%`?([A-Za-z][A-Za-z0-9_-]*)`?");

    private SheetExpression() {}

    /// Why an expression is not run; nothing where it is.
    static Optional<String> objection(String expression, Set<String> variables) {
        if (expression.length() > LONGEST) {
            return Optional.of("at most " + LONGEST + " characters");
        }
        if (depth(expression) > NESTED) {
            return Optional.of("at most " + NESTED + " parentheses within one another");
        }
        try {
            return Optional.ofNullable(objection(parse(SheetEngine.with(new SheetNames()), expression), variables, 0));
        } catch (RuntimeException | NoClassDefFoundError e) { // whatever the library trips over, the expression is none
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String objection(ExpressionNode node, Set<String> variables, int loops) {
        var inside = loops;
        if (node.getKind() == Kind.Function) {
            if (BARRED.contains(node.getFunction())) {
                return "no function " + node.getFunction().toCode() + "() in a sheet";
            }
            inside += LOOPING.contains(node.getFunction())
                            && !node.getParameters().isEmpty()
                    ? 1
                    : 0;
        }
        if (inside > LOOPS) {
            return "at most " + LOOPS + " of where, select, all, exists, repeat and sort within one another";
        }
        var unknown = node.getKind() == Kind.Constant ? unknown(node.getConstant(), variables) : null;
        if (unknown != null) {
            return unknown;
        }
        if (node.getParameters() != null) {
            for (var parameter : node.getParameters()) {
                var objection = objection(parameter, variables, inside);
                if (objection != null) {
                    return objection;
                }
            }
        }
        for (var next : new ExpressionNode[] {node.getGroup(), node.getInner(), node.getOpNext()}) {
            var objection = next == null ? null : objection(next, variables, loops);
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }

    private static @Nullable String unknown(Base constant, Set<String> variables) {
        var text = constant == null || constant instanceof StringType ? null : constant.primitiveValue();
        if (text == null || !"%".equals(text.isEmpty() ? "" : text.substring(0, 1))) {
            return null;
        }
        var name = NAME.matcher(text);
        return name.matches() && (NAMES.contains(name.group(1)) || variables.contains(name.group(1)))
                ? null
                : "the name " + text + " is not known here";
    }

    private static int depth(String expression) {
        int depth = 0;
        int deepest = 0;
        for (var at = 0; at < expression.length(); at++) {
            var sign = expression.charAt(at);
            depth += sign == '(' || sign == '[' || sign == '{' ? 1 : sign == ')' || sign == ']' || sign == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /// Parsed, and written anew in three ways. Both sides of each division are made wide: the library divides
    /// to as many digits as the shorter side has, so that 70.5 / 2.1 would be 34. What the library computes in
    /// doubles, or by the clock of wherever this runs, is done by `SheetNames`. Behind each function, each
    /// parenthesis and each turn of a loop somebody looks how long it takes and how much it makes:
    /// `repeat($this & 'a')` has no end, and `.select($this & $this)` forty times over would fill any memory.
    public static ExpressionNode parse(FHIRPathEngine engine, String expression) {
        var parsed = engine.parse(expression);
        widen(parsed);
        watch(parsed);
        return parsed;
    }

    private static void watch(ExpressionNode node) {
        if (node.getParameters() != null) {
            node.getParameters().forEach(SheetExpression::watch);
        }
        for (var next : new ExpressionNode[] {node.getGroup(), node.getInner(), node.getOpNext()}) {
            if (next != null) {
                watch(next);
            }
        }
        if (node.getKind() == Kind.Function && LOOPING.contains(node.getFunction())) {
            node.getParameters().replaceAll(SheetExpression::turn);
        }
        if (node.getKind() == Kind.Function || node.getKind() == Kind.Group) {
            var watching = own(SheetNames.WATCHED);
            watching.setInner(node.getInner());
            node.setInner(watching);
        }
    }

    private static ExpressionNode turn(ExpressionNode parameter) {
        var turn = new ExpressionNode(0);
        turn.setKind(Kind.Group);
        turn.setGroup(parameter);
        turn.setInner(own(SheetNames.WATCHED));
        return turn;
    }

    private static ExpressionNode own(String name) {
        var function = new ExpressionNode(0);
        function.setKind(Kind.Function);
        function.setFunction(Function.Custom);
        function.setName(name);
        return function;
    }

    private static void widen(ExpressionNode node) {
        if (node.getKind() == Kind.Name && VALUE.matcher(node.getName()).matches()) {
            node.setName("value"); // answer.valueDecimal, as many sheets write it
        }
        if (node.getKind() == Kind.Function && SheetNames.OWN.contains(node.getFunction())) {
            node.setFunction(Function.Custom);
        }
        if (node.getParameters() != null) {
            node.getParameters().forEach(SheetExpression::widen);
        }
        if (node.getGroup() != null) {
            widen(node.getGroup());
        }
        if (node.getInner() != null) {
            widen(node.getInner());
        }
        if (node.getOpNext() != null) {
            widen(node.getOpNext());
            if (node.getOperation() == Operation.DivideBy) {
                wide(node);
                wide(node.getOpNext());
            }
        }
    }

    private static void wide(ExpressionNode operand) {
        var last = operand;
        while (last.getInner() != null) {
            last = last.getInner();
        }
        last.setInner(own(SheetNames.WIDE));
    }
}
