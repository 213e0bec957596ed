/// A facility's own patients, linked or not (患者一覧).
@ApplicationModule
@NullMarked
package hmnet.office.patientlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
