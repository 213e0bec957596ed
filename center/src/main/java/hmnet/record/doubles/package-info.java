/// Records sent once more (重複の疑い), as after a new chart system: shown to the operators, hidden by two of
/// them, by nothing itself.
@ApplicationModule
@NullMarked
package hmnet.record.doubles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
