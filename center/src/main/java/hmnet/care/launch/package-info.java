/// A facility's own system opens a chart (電子カルテからの起動).
@ApplicationModule
@NullMarked
package hmnet.care.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
