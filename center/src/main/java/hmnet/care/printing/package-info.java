/// Chosen views and papers of a chart as one file to print (印刷).
@ApplicationModule
@NullMarked
package hmnet.care.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
