/// Telling those who were shown what was corrected or taken back (訂正・取消のお知らせ).
@NullMarked
package hmnet.record.corrections;

import org.jspecify.annotations.NullMarked;
