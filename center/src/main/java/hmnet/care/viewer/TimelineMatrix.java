package hmnet.care.viewer;

import java.time.YearMonth;
import java.util.List;

/// The overview above the time line (施設×月の一覧): at most twelve months, the newest first.
public record TimelineMatrix(List<YearMonth> months, List<MatrixRow> rows) {}
