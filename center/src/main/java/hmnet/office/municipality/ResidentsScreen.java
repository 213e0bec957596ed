package hmnet.office.municipality;

import hmnet.office.municipality.ResidentLists.Refusal;
import hmnet.office.municipality.ResidentLists.ResidentList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The office's resident lists (住民情報の受入).
///
/// @param problem as in `municipality.problem.…`, or null
/// @param done `taken` or `forgotten`, or null
/// @param chosen the list just taken in or looked at, or null
/// @param refusals its lines that were not taken
record ResidentsScreen(
        @Nullable String problem,
        @Nullable String done,
        LocalDate today,
        int days,
        long maxMegabytes,
        List<ResidentList> lists,
        @Nullable ResidentList chosen,
        List<Refusal> refusals) {}
