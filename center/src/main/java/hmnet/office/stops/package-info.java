/// A hospital stops all disclosure of its records, and two of it start again (提供の停止).
@ApplicationModule
@NullMarked
package hmnet.office.stops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
