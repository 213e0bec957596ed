package hmnet.care.owncheckups;

import hmnet.care.checkups.CheckupSheet;
import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.CheckupFields;
import hmnet.record.ownrecords.OwnCheckupItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of a resident's check-ups (本人の健診の画面).
///
/// @param told what came of what was sent, as in `own-checkups.told.…`, or null
/// @param writes whether the reader may write here
/// @param nowhere whether no handbook is registered yet
/// @param entry a fresh number for what is typed next
/// @param sent what facilities sent and the resident may see
/// @param own what was copied from sheets
/// @param older the address of the check-ups before these, or null
record OwnCheckupsScreen(
        @Nullable String told,
        boolean writes,
        boolean nowhere,
        String entry,
        TypedForm form,
        CheckupSheet sent,
        CheckupSheet own,
        @Nullable String older,
        @Nullable String newest) {
    static final String PROBLEM = "own-checkups.problem.";

    /// Items with a number, in the order of a sheet.
    static final List<OwnCheckupItem> NUMBERS =
            Stream.of(OwnCheckupItem.values()).filter(OwnCheckupItem::isNumber).toList();

    /// Items told in grades.
    static final List<OwnCheckupItem> GRADES =
            Stream.of(OwnCheckupItem.values()).filter(OwnCheckupItem::isGrade).toList();

    /// Items in words, the place first.
    static final List<OwnCheckupItem> WORDS =
            List.of(OwnCheckupItem.PLACE, OwnCheckupItem.JUDGEMENT, OwnCheckupItem.NOTE);

    static final List<String> GRADE_WORDS = CheckupFields.GRADES;

    static final Set<String> TOLD = Set.of("kept", "already", "amended", "withdrawn");

    /// One that was copied, to be put right or taken back (写した健診の訂正).
    record CopiedCheckupScreen(String record, TypedForm form) {}
}
