/// Health check-ups by year (健診).
@ApplicationModule
@NullMarked
package hmnet.care.checkups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
