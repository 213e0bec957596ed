package hmnet.formats.model.terms;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.terms.Terms.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// One look at what says the same as some codes (対応の探索): table by table, each asked once on a way, so
/// that nothing comes back finer than it went out.
final class TranslationSearch {
    private static final int STEPS = 3;
    private static final int CANDIDATES = 20;

    private record Step(Code code, Set<CodeTable> asked) {}

    private record Way(CodeMeaning meaning, Set<CodeTable> asked) {}

    private final List<CodeTable> tables;
    private final Set<String> spoken = new HashSet<>();
    private final List<Code> same = new ArrayList<>();
    private final List<Code> candidates = new ArrayList<>();

    TranslationSearch(List<CodeTable> tables) {
        this.tables = tables;
    }

    Translation of(List<Code> sent) {
        sent.forEach(code -> spoken.add(code.system()));
        var steps = sent.stream().map(code -> new Step(code, Set.of())).toList();
        for (int n = 0; n < STEPS && !steps.isEmpty(); n++) {
            steps = decided(asked(steps));
        }
        sent.stream().filter(code -> code.display().isBlank()).forEach(this::name);
        return new Translation(List.copyOf(same), List.copyOf(candidates));
    }

    private Map<String, List<Way>> asked(List<Step> steps) {
        var ways = new LinkedHashMap<String, List<Way>>();
        for (var step : steps) {
            for (var table : tables) {
                if (!step.asked.contains(table)) {
                    var asked = new HashSet<>(step.asked);
                    asked.add(table);
                    table.meanings(
                            step.code,
                            codeMeaning -> ways.computeIfAbsent(codeMeaning.system(), system -> new ArrayList<>())
                                    .add(new Way(codeMeaning, asked)));
                }
            }
        }
        return ways;
    }

    /// Of each system not spoken yet: the one code all agree on, or candidates.
    private List<Step> decided(Map<String, List<Way>> found) {
        var next = new ArrayList<Step>();
        found.forEach((system, ways) -> {
            if (spoken.add(system)) {
                var certain = ways.stream().filter(way -> way.meaning.certain()).toList();
                if (codes(certain).size() == 1) {
                    var way = certain.getFirst();
                    var code = code(way.meaning, certain);
                    same.add(code);
                    if (way.meaning.onward()) {
                        next.add(new Step(code, way.asked));
                    }
                } else {
                    codes(certain.isEmpty() ? ways : certain).stream()
                            .limit(CANDIDATES)
                            .map(each -> code(each, ways))
                            .forEach(candidates::add);
                }
            }
        });
        return next;
    }

    /// Each code once.
    private static List<CodeMeaning> codes(List<Way> ways) {
        var codes = new LinkedHashMap<String, CodeMeaning>();
        ways.forEach(way -> codes.putIfAbsent(way.meaning.code(), way.meaning));
        return List.copyOf(codes.values());
    }

    /// With its name, where all rows call it the same.
    private static Code code(CodeMeaning of, List<Way> ways) {
        var names = ways.stream()
                .map(Way::meaning)
                .filter(codeMeaning -> codeMeaning.code().equals(of.code()))
                .filter(codeMeaning -> codeMeaning.table() == of.table())
                .map(CodeMeaning::name)
                .distinct()
                .toList();
        return new Code(
                of.system(),
                of.code(),
                names.size() == 1 ? names.getFirst() : "",
                of.table().edition().label());
    }

    private void name(Code sent) {
        tables.stream()
                .map(table -> new Code(
                        sent.system(),
                        sent.code(),
                        table.name(sent),
                        table.edition().label()))
                .filter(Predicate.not(code -> code.display().isEmpty()))
                .findFirst()
                .ifPresent(same::add);
    }
}
