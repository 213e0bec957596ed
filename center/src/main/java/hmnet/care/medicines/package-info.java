/// Medicines on screen (お薬の一覧).
@ApplicationModule
@NullMarked
package hmnet.care.medicines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
