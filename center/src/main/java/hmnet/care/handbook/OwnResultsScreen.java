package hmnet.care.handbook;

import hmnet.care.labsheet.ResultDays.ResultDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a resident's results (検査の結果の画面).
///
/// @param older the address of what lies before; null for nothing
/// @param newest the address of the first page; null where it is this one
public record OwnResultsScreen(
        List<ResultDay> days,
        @Nullable String older,
        @Nullable String newest,
        OwnSources sources) {}
