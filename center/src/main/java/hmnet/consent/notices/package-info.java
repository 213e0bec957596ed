/// What is explained before somebody consents, version by version, and where it hangs (説明の版・院内掲示).
@ApplicationModule
@NullMarked
package hmnet.consent.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
