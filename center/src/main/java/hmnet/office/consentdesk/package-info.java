/// The page on which a counter records what a person denies within a consent (同意の範囲の窓口).
@ApplicationModule
@NullMarked
package hmnet.office.consentdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
