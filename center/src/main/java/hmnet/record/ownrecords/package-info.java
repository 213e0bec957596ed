/// 本人の記録: what residents write of themselves, kept, filed and corrected as the record of the handbook.
@ApplicationModule
@NullMarked
package hmnet.record.ownrecords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
