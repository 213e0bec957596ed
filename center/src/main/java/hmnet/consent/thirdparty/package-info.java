/// What was provided to whom of a person's records, as the law wants it recorded (第三者提供の記録).
@ApplicationModule
@NullMarked
package hmnet.consent.thirdparty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
