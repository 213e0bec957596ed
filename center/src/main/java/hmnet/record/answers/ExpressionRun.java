package hmnet.record.answers;

import hmnet.record.answers.ExpressionNames.ExpressionScope;
import hmnet.record.answers.ExpressionNames.PlacedVariable;
import hmnet.record.sheets.SheetEngine;
import hmnet.record.sheets.SheetExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/// Answers the expressions of one filled sheet (式の評価), by HAPI's engine for FHIRPath and within a time. It knows no
/// profiles and no terminology: the types of FHIR are all that it is told. Used by one thread.
public final class ExpressionRun {
    private final ExpressionNames names;
    private final FHIRPathEngine engine;
    private final FilledSheet filled;
    private final RunClock clock;
    private final QuestionnaireResponse response = new QuestionnaireResponse();
    private final Map<String, Base> places = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

    /// @param asked the places whose answers are told
    /// @param given what expressions may name: `patient`
    ExpressionRun(FilledSheet filled, Set<String> asked, Map<String, Base> given, RunClock clock) {
        this.filled = filled;
        this.clock = clock;
        this.names = new ExpressionNames(given, this);
        this.engine = SheetEngine.with(names);
        response.setQuestionnaire(filled.sheet().canonical());
        ResponseTree.of(filled.items(), asked, clock, places).forEach(response::addItem);
    }

    /// What an expression at a place gives; nothing where it cannot be answered, and the place is told as failed.
    List<Base> answer(FilledItem at, String expression) {
        try {
            return answer(expression, place(at.path()), variables(at.path()));
        } catch (RuntimeException | NoClassDefFoundError e) {
            // Whatever the library trips over. It words some refusals by ICU, which is not here.
            failed.add(at.path());
            return List.of();
        }
    }

    /// What an expression gives from a place, or from the whole response.
    List<Base> answer(String expression, Base context, List<PlacedVariable> variables) {
        names.begin();
        return evaluated(expression, new ExpressionScope(variables, context));
    }

    List<Base> evaluated(String expression, ExpressionScope scope) {
        look();
        var made =
                engine.evaluate(scope, response, response, scope.context(), SheetExpression.parse(engine, expression));
        names.watch(made);
        return made;
    }

    void look() {
        clock.look();
    }

    /// Whether the condition of a place holds; one that cannot be answered hides nothing.
    boolean holds(FilledItem at) {
        var answer = answer(at, at.item().expressions().enableWhen());
        return failed.contains(at.path())
                || !answer.isEmpty() && "true".equals(answer.getFirst().primitiveValue());
    }

    /// Places whose expression could not be answered: it failed, or took too long.
    Set<String> failed() {
        return failed;
    }

    QuestionnaireResponse response() {
        return response;
    }

    Base place(String path) {
        return places.getOrDefault(path, response);
    }

    /// Those of the sheet, of what a place or a repetition stands in, and its own.
    List<PlacedVariable> variables(String path) {
        var variables = ofSheet();
        filled.all()
                .filter(one -> path.equals(one.path()) || path.startsWith(one.path() + "."))
                .forEach(one -> variables.addAll(declared(one, around(one, path))));
        return variables;
    }

    /// All of them, those of repetitions as their last one has them.
    List<PlacedVariable> variables() {
        var variables = ofSheet();
        filled.all().forEach(one -> variables.addAll(declared(one, place(one.path()))));
        return variables;
    }

    private List<PlacedVariable> ofSheet() {
        var variables = new ArrayList<PlacedVariable>();
        filled.sheet().variables().forEach(variable -> variables.add(new PlacedVariable(variable, response)));
        return variables;
    }

    private static List<PlacedVariable> declared(FilledItem one, Base context) {
        return one.item().expressions().variables().stream()
                .map(variable -> new PlacedVariable(variable, context))
                .toList();
    }

    /// The repetition of a group that a path stands in; of anything else the item.
    private Base around(FilledItem one, String path) {
        var repetition = path.substring(0, path.indexOf('-', one.path().length()) + 1);
        return places.getOrDefault(repetition, place(one.path()));
    }
}
