/// Who would see what of a person, and by which rules (見える範囲).
@ApplicationModule
@NullMarked
package hmnet.consent.sight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
