package hmnet.gateway;

import org.jspecify.annotations.Nullable;

/// What the centre's last search found of records sent once more under other numbers (重複の疑い).
///
/// @param searchedAt when that search ended, or null where there was none
/// @param likely neither hidden nor decided upon
/// @param hidden by decision of two operators
record Doubles(@Nullable String searchedAt, int likely, int hidden) {}
