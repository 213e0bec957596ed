/// A crew hands on whom it carries, and the hospital sees who comes (救急の搬送).
@ApplicationModule
@NullMarked
package hmnet.care.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
