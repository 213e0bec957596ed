package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A view of a chart (カルテの画面): its word in the audit event, the kinds of record it can show, and its template.
/// A page that shows a chart adds its view here. The word is in the audit log for ever and never changes; the
/// template may move.
public enum ChartView {
    /// What a chart would show, before it is opened: counts, and no record.
    GLANCE("glance", Set.of(), null),
    /// What an emergency needs first, through an emergency door.
    EMERGENCY(
            "viewer/emergency",
            Set.of(
                    RecordKind.ALLERGY,
                    RecordKind.DIAGNOSIS,
                    RecordKind.PRESCRIPTION,
                    RecordKind.DISPENSING,
                    RecordKind.PROFILE,
                    RecordKind.PROCEDURE,
                    RecordKind.VISIT,
                    RecordKind.ADMISSION,
                    RecordKind.VITAL),
            "care/emergency/view"),
    /// What a person puts into a signed code to carry for emergencies: opened by the person.
    EMERGENCY_CODE(
            "own/emergency-code",
            Set.of(
                    RecordKind.ALLERGY,
                    RecordKind.DIAGNOSIS,
                    RecordKind.PRESCRIPTION,
                    RecordKind.DISPENSING,
                    RecordKind.PROFILE,
                    RecordKind.PROCEDURE,
                    RecordKind.VISIT,
                    RecordKind.ADMISSION),
            null),
    /// 命の宝箱: what the person wrote for when they cannot speak, opened by the person. Of the chart itself it shows
    /// nothing.
    OWN_LIFEBOX("own/lifebox", Set.of(), null),
    /// The pages of a handbook that a device of the person keeps for where there is no network.
    HANDBOOK_COPY(
            "own/handbook-copy",
            underTheBand(
                    RecordKind.PRESCRIPTION,
                    RecordKind.INJECTION,
                    RecordKind.DISPENSING,
                    RecordKind.PROCEDURE,
                    RecordKind.VITAL),
            null),
    /// Everything of one's own, taken away as files: opened by the person.
    OWN_COPY("own/copy", all(), null),
    /// The first page: the state of things from all kinds of record.
    SUMMARY("viewer/summary", all(), "care/summary/summary"),
    TIMELINE("viewer/timeline", all(), "care/timeline/timeline"),
    MEDICINES(
            "viewer/medicines",
            underTheBand(RecordKind.PRESCRIPTION, RecordKind.INJECTION, RecordKind.DISPENSING),
            "care/medicines/medicines"),
    /// Every supply by its time, prescribed and dispensed side by side.
    DRUG_HISTORY(
            "viewer/drug-history",
            underTheBand(RecordKind.PRESCRIPTION, RecordKind.DISPENSING),
            "care/drughistory/history"),
    INJECTIONS("viewer/injections", underTheBand(RecordKind.INJECTION), "care/drughistory/injections"),
    /// The medicines taken now as codes for a medicine handbook.
    HANDBOOK(
            "viewer/handbook",
            underTheBand(RecordKind.PRESCRIPTION, RecordKind.DISPENSING),
            "care/drughistory/handbook"),
    /// The same, handed out as a file.
    HANDBOOK_FILE("viewer/handbook-file", Set.of(RecordKind.PRESCRIPTION, RecordKind.DISPENSING), null),
    /// Of medicines it names those that a test is judged under.
    LABORATORY(
            "viewer/laboratory",
            underTheBand(
                    RecordKind.LABORATORY,
                    RecordKind.LAB_SAFETY,
                    RecordKind.CHECKUP,
                    RecordKind.PRESCRIPTION,
                    RecordKind.DISPENSING),
            "care/labsheet/laboratory"),
    /// 微生物: cultures, and the orders that wait for a result.
    MICROBIOLOGY(
            "viewer/microbiology",
            underTheBand(RecordKind.LABORATORY, RecordKind.LAB_SAFETY, RecordKind.CHECKUP, RecordKind.LAB_ORDER),
            "care/microbiology/microbiology"),
    /// 血液型・輸血検査, and what profiles say of the blood group.
    BLOOD_BANK(
            "viewer/blood-bank",
            underTheBand(RecordKind.LABORATORY, RecordKind.LAB_SAFETY, RecordKind.CHECKUP, RecordKind.PROFILE),
            "care/bloodbank/bloodbank"),
    /// The sheet of results as plain text.
    LABORATORY_TEXT(
            "viewer/laboratory-text", Set.of(RecordKind.LABORATORY, RecordKind.LAB_SAFETY, RecordKind.CHECKUP), null),
    /// Of documents it lists those that name nursing.
    VITALS(
            "viewer/vitals",
            underTheBand(RecordKind.VITAL, RecordKind.CHECKUP, RecordKind.DOCUMENT),
            "care/vitals/vitals"),
    /// ひろしま健康手帳ビューワ: what residents measured at home, beside the results and medicines of that time.
    HOME_VITALS(
            "viewer/home-vitals",
            underTheBand(RecordKind.VITAL, RecordKind.LABORATORY, RecordKind.LAB_SAFETY, RecordKind.CHECKUP),
            "care/homevitals/home-vitals"),
    /// The same of one month, as a sheet.
    HOME_MONTH("viewer/home-month", underTheBand(RecordKind.VITAL), "care/vitalmonth/chart"),
    CHECKUPS("viewer/checkups", underTheBand(RecordKind.CHECKUP), "care/checkups/checkups"),
    DIAGNOSES("viewer/diagnoses", underTheBand(RecordKind.DIAGNOSIS), "care/viewer/diagnoses"),
    ADMISSIONS("viewer/admissions", underTheBand(RecordKind.ADMISSION), "care/viewer/admissions"),
    /// Words looked for in all that the grant shows.
    SEARCH("viewer/search", all(), "care/search/search"),
    DOCUMENTS(
            "viewer/documents",
            underTheBand(RecordKind.REPORT, RecordKind.DOCUMENT, RecordKind.CARE),
            "care/documents/documents"),
    /// 本日の控え: what care needs first, kept by a device of the facility until the end of a shift.
    DAY_COPY(
            "viewer/day-copy",
            underTheBand(RecordKind.PROCEDURE, RecordKind.VITAL, RecordKind.LABORATORY, RecordKind.LAB_SAFETY),
            null),
    /// 院内メモ・フラグ: what the reader's own facility keeps of the person, under the band.
    NOTES("viewer/notes", underTheBand(), "care/notes/notes"),
    /// The rules behind what the reader sees, under the band.
    REASONS("viewer/reasons", underTheBand(), "care/reasons/reasons"),
    /// 帳票: which can be filled in, those begun and those signed, under the band.
    FORMS(
            "viewer/forms",
            underTheBand(RecordKind.DOCUMENT, RecordKind.VITAL, RecordKind.LABORATORY),
            "care/chartforms/forms"),
    /// One signed sheet.
    FORM("viewer/form", underTheBand(RecordKind.DOCUMENT), "care/chartforms/signed"),
    /// 命の宝箱: what stands of it, and what staff proposed for the person.
    LIFEBOX("viewer/lifebox", underTheBand(RecordKind.DOCUMENT), "care/lifebox/chart"),
    /// A signed sheet, handed out as FHIR.
    FORM_FILE("viewer/form-file", Set.of(RecordKind.DOCUMENT), null),
    /// What can be printed: views, and the papers by their titles.
    PRINT_CHOICE(
            "viewer/print-choice",
            underTheBand(RecordKind.REPORT, RecordKind.DOCUMENT, RecordKind.CARE),
            "care/printing/choice"),
    /// Chosen views and papers as one file to print.
    PRINT("viewer/print", all(), null),
    /// One record, whole.
    RECORD("viewer/record", all(), "care/recordpage/record"),
    /// The original that a record was cut from.
    ORIGINAL("viewer/original", all(), "care/recordpage/original"),
    /// A file of one record: handed out as it is.
    FILE("viewer/file", Set.of(RecordKind.DOCUMENT, RecordKind.REPORT), null),
    /// A file of one record as pictures.
    PREVIEW("viewer/preview", underTheBand(RecordKind.DOCUMENT, RecordKind.REPORT), "care/recordpage/preview"),
    /// One page of a file, drawn.
    PAGE_PICTURE("viewer/page-picture", Set.of(RecordKind.DOCUMENT, RecordKind.REPORT), null),
    /// A film of one record.
    FILM("viewer/film", Set.of(RecordKind.DOCUMENT, RecordKind.REPORT), null);

    private final String word;
    private final Set<RecordKind> kinds;
    private final @Nullable String template;

    ChartView(String word, Set<RecordKind> kinds, @Nullable String template) {
        this.word = word;
        this.kinds = kinds;
        this.template = template;
    }

    /// As it stands in the audit event.
    public String word() {
        return word;
    }

    public boolean shows(RecordKind kind) {
        return kinds.contains(kind);
    }

    /// Mask of the kinds it can show.
    public long mask() {
        return kinds.stream().mapToLong(RecordKind::mask).reduce(0, (some, kind) -> some | kind);
    }

    /// The template that draws the view, if it is a page.
    public Optional<String> template() {
        return Optional.ofNullable(template);
    }

    /// This view of one record.
    public ViewRequest of(UUID record) {
        return new ViewRequest(this, Optional.of(record));
    }

    /// Whether an emergency door opens it too, once the rest of the chart was asked for: what is read on screen.
    /// Nothing that is kept, printed or carried away: of files those alone that a browser draws.
    public boolean opensInEmergency() {
        return switch (this) {
            case SUMMARY,
                    TIMELINE,
                    MEDICINES,
                    DRUG_HISTORY,
                    INJECTIONS,
                    LABORATORY,
                    MICROBIOLOGY,
                    BLOOD_BANK,
                    VITALS,
                    HOME_VITALS,
                    CHECKUPS,
                    DIAGNOSES,
                    ADMISSIONS,
                    SEARCH,
                    DOCUMENTS,
                    RECORD,
                    FILE,
                    PREVIEW,
                    PAGE_PICTURE,
                    FILM,
                    EMERGENCY -> true;
            case GLANCE,
                    EMERGENCY_CODE,
                    OWN_LIFEBOX,
                    LIFEBOX,
                    HANDBOOK_COPY,
                    OWN_COPY,
                    HOME_MONTH,
                    HANDBOOK,
                    HANDBOOK_FILE,
                    LABORATORY_TEXT,
                    DAY_COPY,
                    NOTES,
                    REASONS,
                    FORMS,
                    FORM,
                    FORM_FILE,
                    PRINT_CHOICE,
                    PRINT,
                    ORIGINAL -> false;
        };
    }

    /// Whether a view can show this kind, by its word in an audit event. The log may hold a word of an earlier
    /// release; such a view may show any kind: it is worse not to tell somebody than to tell one too many.
    public static boolean shows(String word, RecordKind kind) {
        return Arrays.stream(values())
                .filter(view -> view.word.equals(word))
                .findFirst()
                .map(view -> view.shows(kind))
                .orElse(true);
    }

    /// What a page shows of its own, and what the band above every page names: allergies, blood groups, diagnoses and
    /// drugs that warn, the level of care and who saw the person last.
    private static Set<RecordKind> underTheBand(RecordKind... kinds) {
        var all = EnumSet.of(
                RecordKind.ALLERGY,
                RecordKind.PROFILE,
                RecordKind.DIAGNOSIS,
                RecordKind.PRESCRIPTION,
                RecordKind.DISPENSING,
                RecordKind.VISIT,
                RecordKind.ADMISSION,
                RecordKind.CARE);
        all.addAll(Set.of(kinds));
        return Collections.unmodifiableSet(all);
    }

    private static Set<RecordKind> all() {
        return Set.of(RecordKind.values());
    }
}
