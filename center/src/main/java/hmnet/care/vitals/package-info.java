/// What is measured at the bedside and at visits, over time (経過表).
@ApplicationModule
@NullMarked
package hmnet.care.vitals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
