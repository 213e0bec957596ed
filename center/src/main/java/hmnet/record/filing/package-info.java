/// From the inbox to the record store (取込・保存): read, find the patient, cut rows, replace versions.
@ApplicationModule
@NullMarked
package hmnet.record.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
