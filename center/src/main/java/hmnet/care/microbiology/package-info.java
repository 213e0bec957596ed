/// Cultures and what the organisms are susceptible to (微生物検査).
@ApplicationModule
@NullMarked
package hmnet.care.microbiology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
