package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.StayExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries as sections in words (記載の文章化): everything a reader would act on, each under its day; codes
/// stand behind what they name. What cannot be said in words is noted.
final class CdaWords {
    private final List<Note> notes = new ArrayList<>();

    List<Note> notes() {
        return List.copyOf(notes);
    }

    List<Paper.PaperSection> of(Entry entry) {
        return switch (entry) {
            case Paper paper -> {
                if (paper.content().length > 0 && !paper.contentType().contains("cda")) {
                    notes.add(Note.info("file-not-written", 0, paper.key(), paper.contentType()));
                }
                yield paper.sections();
            }
            case Problem problem -> section("病名", entry, Stream.of(CdaLines.problem(problem)));
            case Allergies allergies ->
                section(
                        "アレルギー",
                        entry,
                        allergies.items().stream()
                                .map(item -> CdaLines.joined(
                                        item.status() == AllergyExtract.AllergyStatus.DENIED ? "申告なし" : "",
                                        item.name(),
                                        item.code(),
                                        item.reaction(),
                                        item.since())));
            case Medicines medicines ->
                section(
                        CdaLines.act(medicines),
                        entry,
                        Stream.concat(medicines.drugs().stream().map(CdaLines::drug), medicines.notes().stream()));
            case Results results ->
                section(title(results), entry, results.results().stream().map(CdaLines::result));
            case PerformedActs performed ->
                section(
                        performed.title().isEmpty() ? "処置" : performed.title(),
                        entry,
                        performed.acts().stream()
                                .map(act -> CdaLines.joined(
                                        CdaLines.said(act.act()), CdaLines.amount(act.amount()), act.said())));
            case Stay stay ->
                section(
                        "入退院",
                        entry,
                        Stream.of(CdaLines.joined(
                                new StayExtract(stay.event(), "", "", "", "", stay.at(), null, null, "", List.of())
                                        .title(),
                                stay.department(),
                                stay.ward(),
                                stay.doctor())));
            case PersonProfile profile ->
                section("患者基本情報", entry, profile.measures().stream().map(CdaLines::result));
            case KeptFhir kept -> {
                notes.add(Note.info("not-written", 0, kept.key(), kept.title()));
                yield List.of();
            }
        };
    }

    private static List<Paper.PaperSection> section(String title, Entry entry, Stream<String> lines) {
        return List.of(new Paper.PaperSection(
                title + " " + entry.at().toLocalDate(),
                lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"))));
    }

    private static String title(Results results) {
        var kind = switch (results.kind()) {
            case LABORATORY -> "検査結果";
            case ORDERED -> "検査依頼";
            case CHECKUP -> "健診結果";
            case VITAL -> "バイタルサイン";
        };
        return CdaLines.joined(
                results.title().isEmpty() ? kind : results.title(),
                results.specimen().type().shown());
    }
}
