package hmnet.care.recordpage;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheets;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.recordpage.RecordScreen.LineState;
import hmnet.care.recordpage.RecordScreen.RecordLine;
import hmnet.care.recordpage.RecordScreen.Section;
import hmnet.care.viewer.Diagnoses;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProfileExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The content of a record in lines (記録の内容), as each kind is read.
final class Sections {
    private final Messages m;

    Sections(Messages m) {
        this.m = m;
    }

    List<Section> of(ChartEntry entry) {
        return switch (entry.extract().read()) {
            case LabExtract lab -> laboratory(entry, lab);
            case PrescriptionExtract drugs -> drugs(drugs);
            case DiagnosisExtract diagnosis -> facts(diagnosis(diagnosis));
            case AllergyExtract allergies -> new AllergyLines(m).of(allergies);
            case StayExtract stay -> facts(new StayLines(m).of(stay, entry.labels()));
            case ProfileExtract profile -> facts(profile(profile));
            case ProcedureExtract procedure -> facts(procedure(procedure));
            case DocumentExtract document -> document(document);
        };
    }

    /// Whether a row of an earlier version is this one before: a diagnosis is known again by its code or
    /// name, a sampling by what was measured.
    static boolean same(ChartEntry now, ChartEntry before) {
        var newer = now.extract().read();
        var older = before.extract().read();
        return switch (newer) {
            case DiagnosisExtract d ->
                older instanceof DiagnosisExtract was
                        && (d.name().equals(was.name())
                                || !d.code().isEmpty()
                                        && d.code().equals(was.code())
                                        && d.onset().equals(was.onset()));
            case LabExtract lab ->
                older instanceof LabExtract was
                        && lab.items().stream()
                                .anyMatch(item -> was.items().stream()
                                        .anyMatch(old -> item.code().equals(old.code())
                                                && item.name().equals(old.name())
                                                && item.specimen().equals(old.specimen())));
            case PrescriptionExtract drugs -> older instanceof PrescriptionExtract;
            case AllergyExtract allergies -> older instanceof AllergyExtract;
            case StayExtract stay -> older instanceof StayExtract;
            case ProfileExtract profile -> older instanceof ProfileExtract;
            case ProcedureExtract procedure -> older instanceof ProcedureExtract;
            case DocumentExtract document -> older instanceof DocumentExtract;
        };
    }

    /// What stood in an earlier version and does so no more.
    String changed(ChartEntry before, ChartEntry now) {
        var still = words(now).toList();
        var gone =
                words(before).filter(words -> !still.contains(words)).collect(Collectors.joining(m.t("viewer.comma")));
        return gone.isEmpty() ? before.title() : gone;
    }

    private Stream<String> words(ChartEntry entry) {
        return of(entry).stream().flatMap(section -> section.lines().stream()).map(Sections::words);
    }

    private static String words(RecordLine line) {
        var state = line.state() == null ? "" : line.state().words();
        return Stream.concat(Stream.of(state, line.label(), line.value()), line.stressed().stream())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<Section> laboratory(ChartEntry entry, LabExtract lab) {
        var bySpecimen = new LinkedHashMap<String, List<RecordLine>>();
        for (var value : LabValue.of(List.of(entry))) {
            bySpecimen
                    .computeIfAbsent(value.item().specimen(), s -> new ArrayList<>())
                    .add(result(value));
        }
        var about = Stream.of(
                        state("viewer.record.order", lab.state(), lab.reason()),
                        notes("viewer.record.comment", lab.notes()))
                .flatMap(lines -> lines);
        return Stream.concat(
                        bySpecimen.entrySet().stream()
                                .map(specimen -> new Section(specimen.getKey(), specimen.getValue())),
                        facts(about).stream())
                .toList();
    }

    private RecordLine result(LabValue value) {
        var item = value.item();
        var range = LabSheets.range(item);
        var told = value.told(m);
        return new RecordLine(
                item.name(),
                Prescriptions.words(item.value(), LabUnits.shown(item.unit())),
                note(
                        range.isEmpty() ? "" : m.t("viewer.record.range", range),
                        value.sent().shown(),
                        meant(value),
                        LabFlag.unread(item)
                                .map(flag -> m.t("viewer.record.flag", flag))
                                .orElse("")),
                value.flag(),
                item.notes(),
                told.isEmpty() ? null : new LineState(told, !value.counts(), value.struck()));
    }

    /// The standard code beside a facility's own, and which code table says so.
    private String meant(LabValue value) {
        if (value.analyte().equals(value.sent())) {
            return "";
        }
        var table = value.item().table();
        return table.isEmpty()
                ? value.analyte().shown()
                : m.t("viewer.record.by-table", value.analyte().shown(), table);
    }

    private List<Section> drugs(PrescriptionExtract drugs) {
        var about = Stream.of(
                        fact("viewer.record.doctor", drugs.doctor()),
                        fact("viewer.record.place", drugs.place()),
                        notes("viewer.medicines.notes", drugs.notes()))
                .flatMap(lines -> lines);
        return Stream.concat(Prescriptions.rps(drugs.items(), m).stream().map(this::rp), facts(about).stream())
                .toList();
    }

    private Section rp(Prescription.Rp rp) {
        var lines = rp.drugs().stream()
                .flatMap(drug -> Stream.concat(Stream.of(drug(drug)), notes("viewer.record.notes", drug.notes())));
        var usage = fact("viewer.record.usage", rp.usage())
                .map(line -> rp.rhythm() == null
                        ? line
                        : new RecordLine(line.label(), line.value(), null, LabFlag.NONE, List.of(rp.rhythm()), null));
        var days = fact("viewer.record.days", rp.days() == null ? "" : m.t("viewer.medicines.days", rp.days()));
        return new Section(
                m.t("viewer.medicines.rp", rp.number()),
                Stream.concat(lines, Stream.concat(usage, days)).toList());
    }

    private RecordLine drug(Prescription.Drug drug) {
        var state = drug.state();
        return new RecordLine(
                drug.name(),
                drug.amounts().isEmpty() && drug.details().isEmpty()
                        ? m.t("viewer.medicines.no-amount")
                        : String.join(
                                m.t("viewer.comma"),
                                Stream.concat(Stream.ofNullable(drug.step()), drug.amounts().stream())
                                        .toList()),
                note(drug.details().toArray(String[]::new)),
                LabFlag.NONE,
                drug.rhythm(),
                state.words().isEmpty() ? null : new LineState(state.words(), state.apart(), state.struck()));
    }

    private Stream<RecordLine> diagnosis(DiagnosisExtract diagnosis) {
        return Stream.of(
                        state("viewer.record.state", diagnosis.state(), diagnosis.reason()),
                        fact("viewer.diagnoses.name", diagnosis.name()),
                        fact("viewer.diagnoses.code", diagnosis.icd10()),
                        fact("viewer.record.code", diagnosis.code()),
                        fact("viewer.diagnoses.from", Diagnoses.day(diagnosis.onset())),
                        fact("viewer.record.ended", Diagnoses.day(diagnosis.ended())),
                        outcome("viewer.record.outcome", diagnosis.outcome()),
                        fact("viewer.diagnoses.main", diagnosis.main() ? m.t("viewer.yes") : ""),
                        fact("viewer.diagnoses.suspected", diagnosis.suspected() ? m.t("viewer.yes") : ""),
                        notes("viewer.record.notes", diagnosis.notes()))
                .flatMap(lines -> lines);
    }

    private Stream<RecordLine> profile(ProfileExtract profile) {
        return Stream.of(
                        fact("viewer.record.height", Prescriptions.words(profile.height(), profile.heightUnit())),
                        fact("viewer.record.weight", Prescriptions.words(profile.weight(), profile.weightUnit())),
                        fact("viewer.record.blood", profile.blood()),
                        fact("viewer.record.insurance", String.join(m.t("viewer.comma"), profile.insurances())))
                .flatMap(lines -> lines);
    }

    private Stream<RecordLine> procedure(ProcedureExtract procedure) {
        var acts = procedure.items().stream()
                .map(act -> new RecordLine(
                        act.name(),
                        Prescriptions.words(act.amount(), act.unit()),
                        note(act.said(), act.code()),
                        LabFlag.NONE,
                        List.of(),
                        lineState(act.state(), act.reason())));
        var ordered = fact("viewer.record.state", procedure.ordered() ? m.t("viewer.record.ordered") : "");
        return Stream.of(acts, ordered, fact("viewer.record.doctor", procedure.doctor()))
                .flatMap(lines -> lines);
    }

    /// Its words; of a file that belongs to it what it is and how large. No page draws the file itself yet.
    private List<Section> document(DocumentExtract document) {
        var about = facts(Stream.of(
                        state("viewer.record.state", document.state(), ""),
                        fact("viewer.record.document", document.type()),
                        fact("viewer.record.author", document.author()),
                        fact(
                                "viewer.record.file",
                                document.size() == 0
                                        ? ""
                                        : m.t(
                                                "viewer.record.size",
                                                document.contentType(),
                                                (document.size() + 1023) / 1024)))
                .flatMap(lines -> lines));
        var sections = document.items().stream()
                .map(section ->
                        new Section(section.title(), List.of(new RecordLine("", section.text(), null, LabFlag.NONE))));
        return Stream.concat(about.stream(), sections).toList();
    }

    private Stream<RecordLine> fact(String key, String value) {
        return value.isEmpty() ? Stream.of() : Stream.of(new RecordLine(m.t(key), value, null, LabFlag.NONE));
    }

    private Stream<RecordLine> notes(String key, List<String> notes) {
        return notes.stream().flatMap(note -> fact(key, note));
    }

    /// Of all of it; nothing where it is as its kind says.
    private Stream<RecordLine> state(String key, CareState state, String reason) {
        var words = lineState(state, reason);
        return words == null
                ? Stream.of()
                : Stream.of(new RecordLine(m.t(key), "", null, LabFlag.NONE, List.of(), words));
    }

    private @Nullable LineState lineState(CareState state, String reason) {
        var words = StateWords.of(state, reason, m);
        return words.isEmpty() ? null : new LineState(words, !state.isCurrent(), StateWords.struck(state));
    }

    /// 死亡 is never one word among others.
    private Stream<RecordLine> outcome(String key, String outcome) {
        return StateWords.death(outcome)
                ? Stream.of(new RecordLine(
                        m.t(key), "", null, LabFlag.NONE, List.of(), new LineState(outcome, true, false)))
                : fact(key, outcome);
    }

    private static List<Section> facts(Stream<RecordLine> lines) {
        var all = lines.toList();
        return all.isEmpty() ? List.of() : List.of(new Section("", all));
    }

    private @Nullable String note(String... parts) {
        var note = Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(m.t("viewer.comma")));
        return note.isEmpty() ? null : note;
    }
}
