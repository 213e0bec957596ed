/// A facility shows a code once, and the resident who scans it ties themselves to it (つながりの案内; F237).
@ApplicationModule
@NullMarked
package hmnet.consent.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
