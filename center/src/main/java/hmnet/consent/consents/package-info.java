/// What a person agreed to (同意).
@ApplicationModule
@NullMarked
package hmnet.consent.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
