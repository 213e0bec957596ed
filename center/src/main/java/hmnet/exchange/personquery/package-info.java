/// Finding a person and their numbers for another system (個人の照会).
@ApplicationModule
@NullMarked
package hmnet.exchange.personquery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
