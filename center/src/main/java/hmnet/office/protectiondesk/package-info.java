/// The pages that protect a person, and end it by two (保護対象者の窓口).
@ApplicationModule
@NullMarked
package hmnet.office.protectiondesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
