package hmnet.record.answers;

import hmnet.record.sheets.ItemExpressions.SheetVariable;
import hmnet.record.sheets.SheetNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;

/// What names in expressions mean (式の名前): what the caller gives, and variables of the sheet.
final class ExpressionNames extends SheetNames {
    private final Map<String, Base> given;
    private final ExpressionRun run;
    private final Set<String> open = new HashSet<>();

    /// @param given resources by name
    ExpressionNames(Map<String, Base> given, ExpressionRun run) {
        this.given = Map.copyOf(given);
        this.run = run;
    }

    /// A variable and the place that declares it, from which it starts (変数と置き場所).
    record PlacedVariable(SheetVariable variable, Base context) {}

    /// Where an expression stands: the variables it may name, the nearest last, and from what it starts (式の足場).
    record ExpressionScope(List<PlacedVariable> variables, Base context) {}

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        if (mode != FHIRPathConstantEvaluationMode.EXPLICIT) {
            return List.of();
        }
        var plain = name.startsWith("%") ? name.substring(1) : name;
        var resource = given.get(plain);
        if (resource != null) {
            return List.of(resource);
        }
        return scope instanceof ExpressionScope here ? variable(plain, here) : List.of();
    }

    @Override
    protected void watch(List<Base> made) {
        run.look();
        super.watch(made);
    }

    /// A variable that names itself, by whatever way, is nothing.
    private List<Base> variable(String name, ExpressionScope here) {
        var found = here.variables().reversed().stream()
                .filter(each -> each.variable().name().equals(name))
                .findFirst();
        if (found.isEmpty() || !open.add(name)) {
            return List.of();
        }
        try {
            return run.evaluated(
                    found.get().variable().expression(),
                    new ExpressionScope(here.variables(), found.get().context()));
        } finally {
            open.remove(name);
        }
    }
}
