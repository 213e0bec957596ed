/// Patients as facilities know them, and the queue of what matching has to look at (患者).
@ApplicationModule
@NullMarked
package hmnet.people.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
