/// Alerts of the centre by mail (警報メール), without a word of a person.
@ApplicationModule
@NullMarked
package hmnet.ground.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
