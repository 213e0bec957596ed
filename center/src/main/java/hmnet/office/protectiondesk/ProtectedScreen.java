package hmnet.office.protectiondesk;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One protected person, for the office (保護の内容).
///
/// @param problem `same-person` or `nothing`; or null
/// @param typed the reason that was written and refused
/// @param facilities the names of those to whom the person does not exist
/// @param staff likewise, members of staff
/// @param staffGone whether one of these works no more where they did
/// @param endingAskedBy the name of who asked to end it, or null
record ProtectedScreen(
        @Nullable String problem,
        TypedForm typed,
        String path,
        String name,
        String kana,
        LocalDate birth,
        LocalDate since,
        String askedBy,
        String checkedHow,
        List<String> facilities,
        List<String> staff,
        boolean staffGone,
        @Nullable String endingAskedBy,
        @Nullable String endingWhy) {}
