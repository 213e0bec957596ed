package hmnet.formats.fhir;

import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.chart.TranslatedEntries;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.SentDepartment;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a chart that a sheet becomes (記載から診療記録へ): FHIR R4 along JP Core, extract, labels.
public final class Rows {
    private Rows() {}

    /// @return none for a sheet that takes its source away
    public static List<Part> of(Sheet sheet, Ids ids) {
        return of(sheet, ids, Equivalents.NONE);
    }

    /// @param tables add what says the same as the codes sent, before anything rests on a code
    /// @return none for a sheet that takes its source away
    public static List<Part> of(Sheet sheet, Ids ids, Equivalents tables) {
        return sheet.deletes()
                ? List.of()
                : sheet.entries().stream()
                        .flatMap(entry -> of(TranslatedEntries.of(entry, tables), ids, tables))
                        .map(row -> tables.isEmpty() ? row : row.coded(each -> each.doubted(tables)))
                        .toList();
    }

    private static Stream<Part> of(Entry entry, Ids ids, Equivalents tables) {
        return switch (entry) {
            case Medicines medicines -> Stream.of(MedicinesRow.of(medicines, ids));
            case Results results -> ResultRows.of(results, ids);
            case Problem problem -> Stream.of(ProblemRow.of(problem, ids));
            case Allergies allergies -> AllergiesRow.of(allergies, ids).stream();
            case Stay stay -> Stream.of(StayRow.of(stay, ids));
            case PerformedActs performed -> Stream.of(PerformedRow.of(performed, ids));
            case Paper paper -> Stream.of(PaperRow.of(paper, ids));
            case PersonProfile profile -> Stream.of(ProfileRow.of(profile, ids));
            case KeptFhir kept -> Stream.of(KeptRow.of(kept, ids, tables));
        };
    }

    /// What every row has, beside its content.
    record RowFrame(
            RecordKind kind,
            String key,
            OffsetDateTime at,
            Set<Label> labels,
            boolean correction,
            boolean preliminary,
            @Nullable OffsetDateTime finalAt,
            String department) {
        static RowFrame of(RecordKind kind, Entry entry, Set<Label> labels, String department) {
            return new RowFrame(kind, entry.key(), entry.at(), labels, false, false, null, department);
        }

        Part part(String title, Collection<Code> codes, Extract extract, Bundle bundle) {
            return part(title, codes, List.of(), extract, bundle);
        }

        /// The department's name stands before the extract only where the row carries every label that it
        /// gives away.
        Part part(String title, Collection<Code> codes, List<CodingLevel> coded, Extract extract, Bundle bundle) {
            var written = extract.write();
            var shown = !department.isBlank() && labels.containsAll(LabelRules.ofDepartment(department));
            return new Part(
                    kind,
                    key,
                    at,
                    labels,
                    correction,
                    preliminary,
                    finalAt,
                    Code.once(codes),
                    coded,
                    title,
                    shown ? SentDepartment.before(written, department) : written,
                    bundle.bytes(),
                    bundle.resources());
        }
    }

    /// Labels the sender gave and those its department gives away.
    static Set<Label> labels(Set<Label> sent, String department) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(sent);
        labels.addAll(LabelRules.ofDepartment(department));
        return labels;
    }

    /// Labels that words give away: a test, a drug or a disease named in them. Where no code says it, the words must.
    static Set<Label> labelsOfWords(String words) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofTest("", words));
        labels.addAll(LabelRules.ofDrug(words));
        labels.addAll(LabelRules.ofReceiptDisease("", words));
        return labels;
    }

    static Stream<Code> codes(Concept concept) {
        return concept.codes().stream();
    }

    static String andOthers(String first, int count, String counter) {
        return count <= 1 ? first : first + " ほか" + (count - 1) + counter;
    }
}
