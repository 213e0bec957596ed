/// Telling those who were shown what was corrected or taken back (訂正・取消のお知らせ).
@ApplicationModule
@NullMarked
package hmnet.record.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
