package hmnet.office.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much there is to see of a person (閲覧できる情報の量), told before the chart is opened and only to one
/// with a tie.
///
/// @param facilities how many facilities sent something
/// @param newest the day of the newest entry; null for nothing yet
/// @param stopped whether a hospital that knows the person has stopped showing anything
/// @param withheld whether a hospital's rule keeps something back, or may
record Holdings(int facilities, @Nullable LocalDate newest, boolean stopped, boolean withheld) {}
