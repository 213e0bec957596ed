/// A stricken facility gets back what it sent: originals, by its desk and a second person of the office (被災施設への返却).
@ApplicationModule
@NullMarked
package hmnet.record.restoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
