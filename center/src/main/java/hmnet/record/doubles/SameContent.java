package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a row says of the person's care (内容の照合): all of it, since rows that differ in a state, an amount or
/// a comment are not the same; without what a new chart system numbers or writes anew: order and prescription
/// numbers, the sender's own codes, doctors. Two rows of one text say the same.
final class SameContent {
    private static final String LOCAL = "urn:hmnet:coding:99";

    private SameContent() {}

    static String of(RecordKind kind, byte[] extract) {
        return switch (Extract.read(kind, extract)) {
            case LabExtract lab ->
                line(lab.notes(), lab.state(), lab.reason())
                        + sorted(lab.items().stream().map(SameContent::value));
            case PrescriptionExtract drugs ->
                line(drugs.orderClass(), drugs.administered(), drugs.place(), drugs.notes())
                        + sorted(drugs.items().stream().map(SameContent::drug));
            case DiagnosisExtract it ->
                line(
                        it.name(),
                        it.icd10(),
                        it.onset(),
                        it.ended(),
                        it.outcome(),
                        it.suspected(),
                        it.main(),
                        it.state(),
                        it.reason(),
                        it.notes());
            case AllergyExtract allergies -> sorted(allergies.items().stream().map(SameContent::allergy));
            case StayExtract stay ->
                line(
                        stay.event(),
                        stay.department(),
                        stay.ward(),
                        stay.formerWard(),
                        stay.at().toInstant(),
                        stay.admittedAt() == null ? "" : stay.admittedAt().toInstant(),
                        stay.dischargedAt() == null ? "" : stay.dischargedAt().toInstant(),
                        stay.outcome(),
                        stay.notes());
            case ProfileExtract profile -> line(profile);
            case ProcedureExtract acts ->
                line(acts.ordered())
                        + sorted(acts.items().stream()
                                .map(item -> line(
                                        named(item.code(), item.system(), item.name()),
                                        item.amount(),
                                        item.unit(),
                                        item.said(),
                                        item.state(),
                                        item.reason())));
            case DocumentExtract document ->
                line(
                        document.type(),
                        document.author(),
                        document.contentType(),
                        document.size(),
                        document.items(),
                        document.state());
        };
    }

    private static String value(LabExtract.AnalyteItem item) {
        return line(
                named(item.code(), item.system(), item.name()),
                item.value(),
                item.unit(),
                item.low(),
                item.high(),
                item.range(),
                item.flag(),
                item.status(),
                item.specimen(),
                item.at().toInstant(),
                item.notes());
    }

    private static String allergy(AllergyExtract.AllergyItem item) {
        return line(
                item.category(),
                item.name(),
                item.severity(),
                item.reaction(),
                item.since(),
                item.status(),
                item.type(),
                item.recorded(),
                item.notes());
    }

    private static String drug(PrescriptionExtract.DrugItem item) {
        return line(
                named(item.code(), item.system(), item.name()),
                item.dose(),
                item.doseUnit(),
                item.daily(),
                item.dailyUnit(),
                item.usage(),
                item.usageCode(),
                item.days(),
                Objects.toString(item.start(), ""),
                Objects.toString(item.end(), ""),
                item.total(),
                item.totalUnit(),
                item.route(),
                item.state(),
                item.reason(),
                item.details(),
                item.notes());
    }

    /// A code that all systems share, else the name: a sender's own code is another in its next system.
    private static String named(String code, String system, String name) {
        return code.isEmpty() || system.isEmpty() || system.startsWith(LOCAL) ? name : system + "|" + code;
    }

    private static String sorted(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining());
    }

    private static String line(Object... parts) {
        return Arrays.stream(parts).map(SameContent::folded).collect(Collectors.joining("\u001f", "", "\u001e"));
    }

    private static String folded(Object part) {
        return Normalizer.normalize(part.toString(), Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }
}
