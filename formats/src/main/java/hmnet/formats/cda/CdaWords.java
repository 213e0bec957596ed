package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.extract.StayExtract;
import java.util.ArrayList;
import java.util.Arrays;
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
            case Problem problem -> section("病名", entry, Stream.of(problem(problem)));
            case Allergies allergies ->
                section(
                        "アレルギー",
                        entry,
                        allergies.items().stream()
                                .map(item -> joined(
                                        item.status().equals("denied") ? "申告なし" : "",
                                        item.name(),
                                        item.code(),
                                        item.reaction(),
                                        item.since())));
            case Medicines medicines ->
                section(
                        act(medicines),
                        entry,
                        Stream.concat(medicines.drugs().stream().map(CdaWords::drug), medicines.notes().stream()));
            case Results results ->
                section(title(results), entry, results.results().stream().map(CdaWords::result));
            case PerformedActs performed ->
                section(
                        performed.title().isEmpty() ? "処置" : performed.title(),
                        entry,
                        performed.acts().stream()
                                .map(act -> joined(said(act.act()), amount(act.amount()), act.said())));
            case Stay stay ->
                section(
                        "入退院",
                        entry,
                        Stream.of(joined(
                                new StayExtract(stay.event(), "", "", "", stay.at(), null, null).title(),
                                stay.department(),
                                stay.ward(),
                                stay.doctor())));
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

    private static String joined(String... words) {
        return Arrays.stream(words).filter(word -> !word.isBlank()).collect(Collectors.joining(" "));
    }

    /// What it is called, with its codes.
    private static String said(Concept concept) {
        var codes = concept.codes().stream()
                .map(code -> code.code())
                .distinct()
                .filter(code -> !code.equals(concept.shown()))
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? concept.shown() : concept.shown() + " [" + codes + "]";
    }

    private static String amount(Amount amount) {
        return amount.isNone() ? "" : amount.value() + amount.unit();
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + words;
    }

    private static String problem(Problem problem) {
        return joined(
                said(problem.disease()),
                problem.suspected() ? "疑い" : "",
                problem.main() ? "主病名" : "",
                labelled("開始 ", problem.onset()),
                labelled("終了 ", problem.ended()),
                problem.outcome());
    }

    private static String act(Medicines medicines) {
        return switch (medicines.act()) {
            case ORDERED -> medicines.injection() ? "注射指示" : "処方";
            case DISPENSED -> "調剤";
            case ADMINISTERED -> medicines.injection() ? "注射実施" : "与薬";
            case STATED -> "服用中";
        };
    }

    private static String drug(Medicines.PrescribedDrug drug) {
        return joined(
                labelled("RP", drug.rp()),
                said(drug.drug()),
                labelled("1回", amount(drug.dose())),
                labelled("1日", amount(drug.daily())),
                drug.usage(),
                drug.days() > 0 ? drug.days() + (drug.asNeeded() ? "回分" : "日分") : "",
                labelled("全量", amount(drug.total())),
                drug.route().shown(),
                drug.start() == null ? "" : "開始 " + drug.start(),
                String.join(" ", drug.notes()));
    }

    private static String title(Results results) {
        var kind = switch (results.kind()) {
            case LABORATORY -> "検査結果";
            case ORDERED -> "検査依頼";
            case CHECKUP -> "健診結果";
            case VITAL -> "バイタルサイン";
        };
        return joined(
                results.title().isEmpty() ? kind : results.title(),
                results.specimen().shown());
    }

    private static String result(Results.TestResult result) {
        var status = switch (result.status()) {
            case "P" -> "中間";
            case "C" -> "訂正";
            case "X" -> "未実施";
            default -> "";
        };
        boolean limits = !result.low().isEmpty() || !result.high().isEmpty();
        return joined(
                said(result.test()),
                result.value().isBlank() ? result.coded().shown() : result.value(),
                result.unit().unit(),
                result.flag(),
                limits ? "(" + result.low() + "～" + result.high() + ")" : "",
                status,
                String.join(" ", result.notes()));
    }
}
