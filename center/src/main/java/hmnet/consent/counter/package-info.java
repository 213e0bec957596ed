/// The counter where a card is read and a consent is recorded (窓口).
@ApplicationModule
@NullMarked
package hmnet.consent.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
