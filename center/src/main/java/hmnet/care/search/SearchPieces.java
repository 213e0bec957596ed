package hmnet.care.search;

import hmnet.care.viewer.Departments;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of an entry as pages show them (検索の対象), piece by piece: a title, a test with its value, a drug with its
/// usage, a section. Codes and numbers that no page shows are not among them.
final class SearchPieces {
    private SearchPieces() {}

    static List<String> of(ChartEntry entry, String facility, Messages m) {
        // Of many rows none is drawn: what was read of it is let go at once.
        var own = Stream.of(
                entry.title(),
                m.t("kind." + entry.kind().name()),
                facility,
                or(Departments.words(entry, m)),
                or(StateWords.of(entry, m)));
        return Stream.concat(
                        own, pieces(Extract.read(entry.kind(), entry.extract().json())))
                .filter(piece -> !piece.isBlank())
                .toList();
    }

    private static String or(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static Stream<String> pieces(Extract extract) {
        return switch (extract) {
            case LabExtract lab ->
                Stream.concat(
                        lab.items().stream()
                                .map(item -> words(
                                        item.name(),
                                        item.value(),
                                        item.unit(),
                                        item.specimen(),
                                        String.join(" ", item.notes()))),
                        lab.notes().stream());
            case PrescriptionExtract drugs ->
                Stream.concat(
                        drugs.items().stream()
                                .map(item -> words(
                                        item.name(),
                                        item.usage(),
                                        item.reason(),
                                        String.join(" ", item.details()),
                                        String.join(" ", item.notes()))),
                        Stream.concat(drugs.notes().stream(), Stream.of(drugs.doctor(), drugs.place())));
            case DiagnosisExtract diagnosis ->
                Stream.of(words(
                        diagnosis.name(),
                        diagnosis.icd10(),
                        diagnosis.outcome(),
                        diagnosis.reason(),
                        String.join(" ", diagnosis.notes())));
            case AllergyExtract allergies ->
                allergies.items().stream()
                        .map(item -> words(item.name(), item.reaction(), String.join(" ", item.notes())));
            case StayExtract stay ->
                Stream.of(words(
                        stay.ward(), stay.formerWard(), stay.doctor(), stay.outcome(), String.join(" ", stay.notes())));
            case ProfileExtract ignored -> Stream.of();
            case ProcedureExtract acts ->
                acts.items().stream().map(item -> words(item.name(), item.said(), item.reason()));
            case DocumentExtract paper ->
                Stream.concat(
                        Stream.of(words(paper.type(), paper.author())),
                        paper.items().stream().map(section -> words(section.title(), section.text())));
        };
    }

    private static String words(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
