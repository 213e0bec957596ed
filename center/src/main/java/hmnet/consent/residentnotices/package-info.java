/// What residents are told of what others did in their name (お知らせ).
@ApplicationModule
@NullMarked
package hmnet.consent.residentnotices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
