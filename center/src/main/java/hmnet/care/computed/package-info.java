/// Values that nobody measured and a formula gives (計算値).
@ApplicationModule
@NullMarked
package hmnet.care.computed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
