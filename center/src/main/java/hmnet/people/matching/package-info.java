/// Whether two charts are one person, decided from what hospitals wrote down (名寄せ).
@ApplicationModule
@NullMarked
package hmnet.people.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
