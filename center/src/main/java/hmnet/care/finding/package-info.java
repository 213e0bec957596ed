/// A facility's own people find its patients (患者検索).
@ApplicationModule
@NullMarked
package hmnet.care.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
