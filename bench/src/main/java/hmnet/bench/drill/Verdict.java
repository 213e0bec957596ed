package hmnet.bench.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How a drill ended (訓練の判定): its figures, its seed, passed or failed.
record Verdict(String drill, Map<String, String> figures, long seed, boolean passed) {
    static Verdict of(String drill, long seed, boolean passed, Object... namesAndFigures) {
        var figures = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndFigures.length; i += 2) {
            figures.put(namesAndFigures[i].toString(), namesAndFigures[i + 1].toString());
        }
        return new Verdict(drill, figures, seed, passed);
    }

    @Override
    public String toString() {
        var middle = figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining(" "));
        return "drill " + drill + ": " + middle + " seed=" + seed + " verdict=" + (passed ? "passed" : "failed");
    }
}
