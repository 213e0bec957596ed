/// What a person denies within a given consent (同意の制限条項).
@ApplicationModule
@NullMarked
package hmnet.consent.provisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
