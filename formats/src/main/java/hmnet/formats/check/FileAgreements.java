package hmnet.formats.check;

import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.other.FileExaminer;
import java.util.List;

/// What is known of a facility's files beside the files (取り決め).
///
/// @param layouts how its laboratories lay out theirs, asked before all formats
/// @param tables say what else says the same as a code sent
/// @param judge says what is wrong with FHIR beside what our own readers say
/// @param examiner opens files that are shown and not read
public record FileAgreements(List<LabLayout> layouts, Equivalents tables, FileJudge judge, FileExaminer examiner) {
    public static final FileAgreements NOTHING = new FileAgreements(List.of(), Equivalents.NONE);

    public FileAgreements(List<LabLayout> layouts, Equivalents tables) {
        this(layouts, tables, FileJudge.NONE, FileExaminer.HERE);
    }

    public FileAgreements {
        layouts = List.copyOf(layouts);
    }

    public FileAgreements judgedBy(FileJudge judged) {
        return new FileAgreements(layouts, tables, judged, examiner);
    }

    public FileAgreements examinedBy(FileExaminer examining) {
        return new FileAgreements(layouts, tables, judge, examining);
    }

    public static FileAgreements layouts(List<LabLayout> layouts) {
        return new FileAgreements(layouts, Equivalents.NONE);
    }

    public static FileAgreements tables(Equivalents tables) {
        return new FileAgreements(List.of(), tables);
    }
}
