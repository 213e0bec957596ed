package hmnet.care.timeline;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import hmnet.care.timeline.Line.LineValue;
import hmnet.care.timeline.Lines.LineContent;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProcedureExtract.ProcedureItem;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a line says of what happened (行の言葉): values with their marks, drugs and days, the first words of a report.
record LineWords(Messages m) {
    private static final int VALUES = 8;
    private static final int DRUGS = 6;
    private static final int FIRST_WORDS = 140;

    LineContent of(Fold fold) {
        return switch (fold.first().extract().read()) {
            case LabExtract ignored -> tests(fold);
            case PrescriptionExtract ignored -> drugs(fold);
            case DiagnosisExtract ignored -> plain(fold, VALUES);
            case ProcedureExtract ignored -> plain(fold, VALUES);
            case DocumentExtract ignored -> plain(fold, 1);
            case StayExtract ignored -> plain(fold, VALUES);
            case AllergyExtract ignored -> plain(fold, VALUES);
            case ProfileExtract ignored -> plain(fold, VALUES);
        };
    }

    private LineContent plain(Fold fold, int most) {
        var alone = fold.parts().size() == 1;
        var title = alone
                ? fold.first().title()
                : m.t(
                        "timeline.several",
                        m.t("timeline.happening." + fold.happening().word()),
                        fold.parts().size());
        var values = fold.parts().stream()
                .flatMap(this::values)
                .filter(value -> !alone || !value.words().equals(title))
                .sorted(Comparator.comparing(value -> !value.struck()))
                .toList();
        var states = fold.happening() == CareEvent.DIAGNOSIS || fold.happening() == CareEvent.PROCEDURE;
        return new LineContent(
                title, values.stream().limit(most).toList(), left(values, most), 0, states && !values.isEmpty());
    }

    private Stream<LineValue> values(ChartEntry entry) {
        return switch (entry.extract().read()) {
            case DiagnosisExtract diagnosis -> Stream.of(of(diagnosis));
            case ProcedureExtract acts -> acts.items().stream().map(this::of);
            case DocumentExtract paper -> firstWords(paper, entry.title());
            case StayExtract stay -> of(stay).map(LineValue::of);
            case AllergyExtract allergies -> allergies.items().stream().map(this::of);
            case LabExtract ignored -> Stream.of();
            case PrescriptionExtract ignored -> Stream.of();
            case ProfileExtract ignored -> Stream.of();
        };
    }

    /// What lies outside its range first, then what has no result, then the rest as it was sent.
    private LineContent tests(Fold fold) {
        var values = LabValue.of(fold.parts());
        if (values.isEmpty()) {
            return plain(fold, VALUES);
        }
        var specimens = values.stream()
                .map(value -> value.item().specimen())
                .filter(specimen -> !specimen.isBlank())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("・"));
        var named = fold.happening() == CareEvent.TESTS;
        var what = specimens.isEmpty()
                ? m.t("timeline.tests", values.size())
                : m.t("timeline.tests-of", specimens, values.size());
        return new LineContent(
                named ? what : fold.first().title(),
                values.stream()
                        .sorted(Comparator.comparingInt(LineWords::rank))
                        .limit(VALUES)
                        .map(this::of)
                        .toList(),
                left(values, VALUES),
                (int) values.stream()
                        .filter(value -> value.flag() != LabFlag.NONE)
                        .count(),
                true);
    }

    /// How many a line has no room for.
    private static int left(List<?> values, int most) {
        return Math.max(0, values.size() - most);
    }

    private static int rank(LabValue value) {
        return switch (value.flag()) {
            case CRITICAL_HIGH, CRITICAL_LOW -> 0;
            case HIGH, LOW, ABNORMAL -> 1;
            case NONE -> value.counts() ? 3 : 2;
        };
    }

    private LineValue of(LabValue value) {
        var item = value.item();
        var result = item.value().isBlank() ? "" : (item.value() + " " + LabUnits.shown(item.unit())).strip();
        var told = value.told(m);
        var words = Stream.of(item.name(), result.isEmpty() && told.isEmpty() ? m.t("timeline.no-value") : result)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new LineValue(told.isEmpty() ? words : m.t("timeline.said", words, told), value.flag(), value.struck());
    }

    /// What is not taken stands first, so that no line leaves it out before what is.
    private LineContent drugs(Fold fold) {
        var extracts = fold.parts().stream()
                .map(part -> (PrescriptionExtract) part.extract().read())
                .toList();
        var items =
                extracts.stream().flatMap(extract -> extract.items().stream()).toList();
        if (items.isEmpty()) {
            return plain(fold, VALUES);
        }
        return new LineContent(
                title(fold.first(), items),
                items.stream()
                        .sorted(Comparator.comparing(DrugItem::isCurrent))
                        .limit(DRUGS)
                        .map(this::of)
                        .toList(),
                left(items, DRUGS),
                0,
                true);
    }

    /// 処方 6剤 56日分; the title as it was sent where it names no drug.
    private String title(ChartEntry first, List<DrugItem> items) {
        var sent = (PrescriptionExtract) first.extract().read();
        var name = sent.items().isEmpty() ? "" : " " + sent.items().getFirst().name();
        var at = name.isBlank() ? -1 : first.title().indexOf(name);
        if (at <= 0) {
            return first.title();
        }
        var drugs = items.stream().map(DrugItem::name).distinct().count();
        var days = items.stream()
                .map(DrugItem::days)
                .filter(n -> n > 0)
                .sorted()
                .distinct()
                .toList();
        var act = first.title().substring(0, at);
        return days.isEmpty()
                ? m.t("timeline.drugs", act, drugs)
                : m.t(
                        "timeline.drugs-days",
                        act,
                        drugs,
                        days.size() == 1 ? days.getFirst().toString() : days.getFirst() + "–" + days.getLast());
    }

    private LineValue of(DrugItem item) {
        var amount = !item.dose().isEmpty()
                ? m.t("timeline.once", (item.dose() + " " + item.doseUnit()).strip())
                : item.daily().isEmpty() ? "" : m.t("timeline.daily", (item.daily() + " " + item.dailyUnit()).strip());
        var words = (item.name() + " " + amount).strip();
        var state = StateWords.of(item.state(), item.reason(), m);
        return new LineValue(
                state.isEmpty() ? words : m.t("timeline.said", words, state),
                LabFlag.NONE,
                StateWords.struck(item.state()));
    }

    private LineValue of(DiagnosisExtract diagnosis) {
        var said = Stream.of(
                        diagnosis.main() ? m.t("timeline.main") : "",
                        diagnosis.suspected() ? m.t("timeline.suspected") : "",
                        diagnosis.onset().isEmpty()
                                ? ""
                                : m.t("timeline.from", diagnosis.onset().replace('-', '/')),
                        diagnosis.ended().isEmpty()
                                ? ""
                                : m.t("timeline.until", diagnosis.ended().replace('-', '/')),
                        diagnosis.outcome(),
                        StateWords.of(diagnosis.state(), diagnosis.reason(), m))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(m.t("viewer.comma")));
        return new LineValue(
                said.isEmpty() ? diagnosis.name() : m.t("timeline.said", diagnosis.name(), said),
                LabFlag.NONE,
                StateWords.struck(diagnosis.state()));
    }

    private LineValue of(ProcedureItem item) {
        var words = Stream.of(item.name(), (item.amount() + " " + item.unit()).strip(), item.said())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        var state = StateWords.of(item.state(), item.reason(), m);
        return new LineValue(
                state.isEmpty() ? words : m.t("timeline.said", words, state),
                LabFlag.NONE,
                StateWords.struck(item.state()));
    }

    private LineValue of(AllergyItem item) {
        if (item.status() == AllergyStatus.PRESENT) {
            return LineValue.of((item.name() + " " + item.reaction()).strip());
        }
        var status = m.t("timeline.allergy." + item.status().word());
        return new LineValue(
                item.name().isBlank() ? status : m.t("timeline.said", item.name(), status),
                LabFlag.NONE,
                item.status() == AllergyStatus.REFUTED);
    }

    /// The title stands before it, and is not said again.
    private static Stream<LineValue> firstWords(DocumentExtract paper, String title) {
        var words = paper.items().stream()
                .map(section -> Stream.of(section.title(), section.text())
                        .map(part -> part.replaceAll("\\s+", " ").strip())
                        .filter(part -> !part.isEmpty() && !part.equals(title))
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
        return words.isEmpty()
                ? Stream.of()
                : Stream.of(LineValue.of(
                        words.length() <= FIRST_WORDS
                                ? words
                                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, FIRST_WORDS)))
                                        + "…"));
    }

    private Stream<String> of(StayExtract stay) {
        return Stream.of(
                        span(stay.admittedAt(), stay.dischargedAt()),
                        stay.formerWard().isEmpty()
                                ? stay.ward()
                                : m.t("timeline.moved", stay.formerWard(), stay.ward()),
                        stay.doctor().isEmpty() ? "" : m.t("timeline.doctor", stay.doctor()),
                        stay.outcome(),
                        String.join(" ", stay.notes()))
                .filter(words -> !words.isBlank());
    }

    private String span(@Nullable OffsetDateTime admitted, @Nullable OffsetDateTime discharged) {
        if (admitted == null || discharged == null) {
            return admitted == null ? "" : m.t("timeline.stay-from", m.shortDay(admitted));
        }
        return m.t(
                "timeline.stay",
                m.shortDay(admitted),
                m.shortDay(discharged),
                ChronoUnit.DAYS.between(day(admitted), day(discharged)) + 1);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(ChartFrames.JAPAN).toLocalDate();
    }
}
