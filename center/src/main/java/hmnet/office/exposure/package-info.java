/// The page on which the office asks, in an incident, who saw what (漏えい時の照会).
@ApplicationModule
@NullMarked
package hmnet.office.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
