package hmnet.care.summary;

import hmnet.care.summary.SummaryScreen.ProblemLine;
import hmnet.care.viewer.Diagnoses;
import hmnet.care.viewer.Diagnoses.DiagnosisList;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The problems of a person (病名・問題の並び): one line for what facilities call by one name. What was refuted or taken
/// back is no problem and stands on the page of diagnoses.
record Problems(String path, Function<FacilityId, String> facilities, Messages m) {
    /// Main ones first, then the newest.
    List<ProblemLine> of(List<ChartEntry> entries, DiagnosisList list) {
        return entries.stream()
                .filter(entry -> entry.kind() == RecordKind.DIAGNOSIS)
                .map(KeptDiagnosis::of)
                .filter(kept -> DiagnosisList.of(kept.diagnosis()) == list)
                .collect(Collectors.groupingBy(KeptDiagnosis::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::line)
                .sorted(Comparator.comparing(ProblemLine::main)
                        .thenComparing(line -> !line.suspected())
                        .thenComparing(line -> line.onset() == null ? "" : line.onset())
                        .reversed())
                .toList();
    }

    private ProblemLine line(List<KeptDiagnosis> kept) {
        var newest = kept.getFirst();
        return new ProblemLine(
                newest.diagnosis().name(),
                kept.stream().anyMatch(one -> one.diagnosis().main()),
                kept.stream().allMatch(one -> one.diagnosis().suspected()),
                kept.stream()
                        .map(one -> one.diagnosis().onset())
                        .filter(day -> !day.isEmpty())
                        .min(Comparator.naturalOrder())
                        .map(Diagnoses::day)
                        .orElse(null),
                end(newest.diagnosis()),
                orNull(StateWords.of(
                        newest.diagnosis().state(), newest.diagnosis().reason(), m)),
                kept.stream()
                        .map(one -> facilities.apply(one.entry().facility()))
                        .distinct()
                        .toList(),
                path + "/records/" + newest.entry().id(),
                kept.stream()
                        .flatMap(one -> Mark.allOf(one.entry()).stream())
                        .distinct()
                        .toList());
    }

    private static @Nullable String end(DiagnosisExtract diagnosis) {
        return orNull((Diagnoses.day(diagnosis.ended()) + " " + diagnosis.outcome()).strip());
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }

    /// A diagnosis with the row it stands in (病名の一件).
    private record KeptDiagnosis(ChartEntry entry, DiagnosisExtract diagnosis) {
        static KeptDiagnosis of(ChartEntry entry) {
            return new KeptDiagnosis(entry, (DiagnosisExtract) entry.extract().read());
        }

        String name() {
            return Normalizer.normalize(diagnosis.name(), Normalizer.Form.NFKC).strip()
                    + (diagnosis.suspected() ? "?" : "");
        }
    }
}
